using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>What a fork shares with its parent, and what it changes.</summary>
public sealed class ForkTests
{
    public static TheoryData<string> Schedulers =>
        [.. ForkStudies.Successors, .. ForkStudies.Others];

    [Theory]
    [MemberData(nameof(Schedulers))]
    public void A_fork_that_changes_only_the_end_keeps_every_scheduler(string scheduler)
    {
        StudySpecification study = ForkStudies.Study(scheduler) with
        {
            Stop = new StopConditions { Trials = 12, TotalResource = 150 },
        };
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification longer = study with
        {
            Stop = new StopConditions { Trials = 16, TotalResource = 200 },
        };
        foreach (int at in new[] { 2, parent.Count / 2, parent.Count })
        {
            IReadOnlyList<JournalEntry> first = Journals.Fork(
                parent, at, longer, keepsScheduler: true, keepsSampler: true);
            StudyState before = Journals.Fold(parent.Take(at));

            Assert.Equal(before.Trials.Count, Journals.Fold(first).Trials.Count);
            if (before.Phase == StudyPhase.Running && first.Count == at + 1)
                Assert.Equal(
                    Journals.Saved(before.Scheduler),
                    Journals.Saved(Journals.Fold(first).Scheduler));
            CheckLonger(before, Journals.CheckWhole(Journals.Run(longer, first)));
        }
    }

    [Fact]
    public void A_fork_right_after_a_measurement_decides_on_it_by_its_own_rule()
    {
        StudySpecification study = ForkStudies.Study("asha");
        List<JournalEntry> parent = [.. Journals.Run(study)];
        int paused = parent.FindIndex(entry => entry.Event is TrialPaused);
        var decision = (TrialPaused)parent[paused].Event;
        Assert.IsType<MeasurementReported>(parent[paused - 1].Event);

        IReadOnlyList<JournalEntry> fork = Journals.Fork(
            parent, paused, study with { Scheduler = ForkStudies.Options("asha type=stopping") });

        Assert.IsType<StudyForked>(fork[paused].Event);
        var other = Assert.IsType<TrialContinued>(fork[paused + 1].Event);
        Assert.Equal(decision.Trial, other.Trial);
        Assert.StartsWith("asha-stopping/", other.Reason.Rule);
    }

    [Fact]
    public void A_fork_of_a_fork_and_a_fork_under_a_lower_full_resource_end_well()
    {
        StudySpecification study = ForkStudies.Study("asha");
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification lower = study with { MaxResource = new Resource(4) };
        IReadOnlyList<JournalEntry> first =
            Journals.Run(lower, Journals.Fork(parent, parent.Count / 2, lower));
        StudyState ended = Journals.CheckWhole(first);
        StudySpecification again = study with { Scheduler = ForkStudies.Options("hyperband") };

        StudyState end = Journals.CheckWhole(Journals.Run(
            again, Journals.Fork(first, first.Count - 5, again)));

        Assert.Equal(new SequenceNumber(parent.Count / 2), ended.ForkedFrom!.At);
        Assert.Equal(new SequenceNumber(first.Count - 5), end.ForkedFrom!.At);
        Assert.Contains(end.Trials, trial => trial.Resource == new Resource(9));
    }

    [Fact]
    public void What_was_enqueued_is_started_in_the_fork_unless_it_is_taken_away()
    {
        SearchSpace space = ForkStudies.Study("asha").SearchSpace;
        Configuration[] given = [.. Enumerable.Range(1, 9).Select(i => space.Decode([0.1 * i]))];
        StudySpecification study = ForkStudies.Study("asha") with { Enqueue = given };
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification fewer = study with { Enqueue = given[..8] };
        StudySpecification narrow = study with
        {
            SearchSpace = new SearchSpace([new FloatParameter("x", 0.01, 0.5)]),
            Enqueue = given[..4],
        };

        Assert.Equal(
            given[3..], Journals.Fold(Journals.Fork(parent, 8, study, true, true)).Enqueued);
        Assert.Equal(
            given[3..8], Journals.Fold(Journals.Fork(parent, 8, fewer, true, true)).Enqueued);
        Assert.Equal(given[3..4], Journals.Fold(Journals.Fork(parent, 8, narrow)).Enqueued);
    }

    [Fact]
    public void What_gave_the_past_its_measurements_cannot_change()
    {
        StudySpecification study = ForkStudies.Study("asha");
        StudyState parent = Journals.Fold(Journals.Run(study));
        StudySpecification changed = study with
        {
            Seed = 6,
            ResourceUnit = "step",
            Objectives = [study.Objective with { Direction = Direction.Maximize }],
            SearchSpace = new SearchSpace([new FloatParameter("y", 0, 1)]),
            SlotsPerTrial = 0,
            Enqueue = [study.SearchSpace.Decode([0.5])],
        };

        IEnumerable<string> paths = ForkCheck
            .Run(parent, changed, keepsScheduler: true, StandardStrategies.Instance)
            .Select(problem => problem.Path);

        Assert.Equal(
            [
                "slots-per-trial", "enqueue[0].y", "enqueue[0].x", "objective", "resource.unit",
                "seed", "enqueue", "search-space.x", "search-space.y",
            ],
            paths);
    }

    private static void CheckLonger(StudyState before, StudyState end) => Assert.True(
        end.Trials.Count > before.Trials.Count
        || end.SpentResource >= 150
        || end.EndReason == EndReason.SchedulerFinished);
}
