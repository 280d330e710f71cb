using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>Every trial scheduler that can takes over from every other, at many events.</summary>
public sealed class SuccessionTests
{
    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (string from in ForkStudies.Successors.Concat(ForkStudies.Others))
        {
            foreach (string to in ForkStudies.Successors.Where(to => to != from))
                pairs.Add(from, to);
        }

        return pairs;
    }

    public static TheoryData<string> Others => [.. ForkStudies.Others];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_fork_under_another_scheduler_goes_on_to_its_end(string from, string to)
    {
        StudySpecification study = Bounded(ForkStudies.Study(from));
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification changed = study with { Scheduler = ForkStudies.Options(to) };
        foreach (int at in Places(parent.Count, from + to))
        {
            IReadOnlyList<JournalEntry> first = Journals.Fork(parent, at, changed);
            StudyState begun = Journals.Fold(first);
            CheckTakenOver(begun);
            StudyState end = Journals.CheckWhole(Journals.Run(changed, first));
            CheckStopped(begun, end);
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_switch_on_the_way_goes_on_to_its_end(string from, string to)
    {
        StudySpecification study = Bounded(ForkStudies.Study(from));
        int count = Journals.Run(study).Count;
        foreach (int after in Places(count, to + from).Where(place => place > 2))
        {
            var said = new SaidCommand(
                new SequenceNumber(after), new SwitchScheduler(ForkStudies.Options(to)));
            IReadOnlyList<JournalEntry> journal = StudySimulation.Run(
                study,
                new CrossingCurves(),
                new SimulationOptions { Slots = 3, Said = [said] }).Events;
            int at = journal.ToList().FindIndex(entry => entry.Event is SchedulerSwitched);
            if (at < 0)
                continue;
            StudyState switched = Journals.Fold(journal.Take(at + 1));
            CheckTakenOver(switched);
            CheckStopped(switched, Journals.CheckWhole(journal));
        }
    }

    // From ASHA's rungs 1, 3 and 9: the trial runs to 3 or to 9 and is between rungs of the other.
    [Theory]
    [MemberData(nameof(All))]
    public void A_running_trial_is_decided_by_the_new_rule_where_it_was_to_run_to(string to)
    {
        StudySpecification study = ForkStudies.Study("asha") with { Stop = new() { Trials = 40 } };
        int tried = 0;
        for (int after = 30; after < 200; after += 17)
        {
            JournalEntry[] journal = [.. StudySimulation.Run(
                study,
                new CrossingCurves(),
                new SimulationOptions
                {
                    Slots = 5,
                    Said = [new SaidCommand(
                        new SequenceNumber(after),
                        new SwitchScheduler(ForkStudies.Options(to)))],
                }).Events];
            int at = Array.FindIndex(journal, entry => entry.Event is SchedulerSwitched);
            StudyState state = Journals.Fold(journal.Take(at + 1));
            foreach (TrialNumber running in state.Running)
                tried += CheckNext(state, state.Trial(running), journal.AsSpan(at + 1)) ? 1 : 0;
        }

        Assert.True(tried > 10, $"only {tried} running trials came to a decision");
    }

    public static TheoryData<string> All =>
        [.. ForkStudies.Successors.Where(one => one != "asha")];

    [Theory]
    [MemberData(nameof(Others))]
    public void Schedulers_that_cannot_take_over_are_refused(string scheduler)
    {
        StudySpecification study = ForkStudies.Study("asha");

        Problem problem = Assert.Single(Succession.Check(
            study with { Scheduler = ForkStudies.Options(scheduler) },
            StandardStrategies.Instance));

        Assert.Equal("scheduler", problem.Path);
        Assert.Contains("cannot take over", problem.Message);
    }

    [Fact]
    public void Every_registered_scheduler_is_tried() => Assert.Equal(
        StandardStrategies.SchedulerNames,
        ForkStudies.Successors.Concat(ForkStudies.Others)
            .Select(text => text.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));

    private static bool CheckNext(
        StudyState state, TrialState trial, ReadOnlySpan<JournalEntry> after)
    {
        Resource reached = trial.Resource;
        foreach (JournalEntry entry in after)
        {
            if (entry.Event is MeasurementReported measured
                && measured.Attempt.Trial == trial.Number)
                reached = measured.Resource;
            if (Judged(entry.Event) is not var (number, reason) || number != trial.Number
                || reason == StudyDecider.StudyEnded)
                continue;
            // The patient rule gives the reasons of the rule that it wraps.
            string rule = reason.Rule == "median/1" ? "patient/1" : reason.Rule;
            Assert.Contains(state.Scheduler.Version, new[] { rule, reason.Rule });
            bool isEarly = state.Scheduler.JudgesEveryReport && entry.Event is TrialStopped;
            if (!isEarly)
                Assert.Equal(trial.Until, reached);
            return true;
        }

        return false;
    }

    private static (TrialNumber Trial, DecisionReason Reason)? Judged(StudyEvent change) =>
        change switch
        {
            TrialContinued it => (it.Trial, it.Reason),
            TrialPaused it => (it.Trial, it.Reason),
            TrialStopped it => (it.Trial, it.Reason),
            TrialCompleted it => (it.Trial, it.Reason),
            _ => null,
        };

    // Other places for every pair, the same in every run.
    private static IEnumerable<int> Places(int count, string pair)
    {
        int step = 1 + count / 2;
        for (int at = 1 + pair.Sum(letter => letter) % step; at <= count; at += step)
            yield return at;
    }

    // A population goes on for ever: only a bound on the whole ends it.
    private static StudySpecification Bounded(StudySpecification study) =>
        study.Scheduler.Name is "pb2" or "pbt"
            ? study with { Stop = new StopConditions { TotalResource = 150, Trials = 30 } }
            : study;

    // Each trial is entered in every new rung for which it has a measurement.
    private static void CheckTakenOver(StudyState state)
    {
        Journals.CheckRungs(state);
        if (state.Scheduler is ITakesOver { EarlierBracket: var bracket })
            Journals.CheckEntered(state, bracket);
    }

    private static void CheckStopped(StudyState before, StudyState after)
    {
        foreach (TrialState trial in before.Trials.Where(one => one.Status == TrialStatus.Stopped))
        {
            Assert.Equal(TrialStatus.Stopped, after.Trial(trial.Number).Status);
            Assert.Equal(trial.Resource, after.Trial(trial.Number).Resource);
        }
    }
}
