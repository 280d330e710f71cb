using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>How samplers begin anew in a fork, and go on where the scheduler changes.</summary>
public sealed class ForkSamplerTests
{
    private static readonly string[] SomeSamplers =
    [
        "auto", "blendsearch", "bohb", "cfo", "cma-es", "dehb", "forest", "gp", "grid points=9",
        "halton", "nsga-ii", "random", "regularized-evolution", "sobol", "tpe",
    ];

    public static TheoryData<string> Samplers => [.. SomeSamplers];

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Every_sampler_begins_anew_with_the_trials_that_fit(string sampler)
    {
        StudySpecification study = ForkStudies.Study("asha");
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification narrow = study with
        {
            SearchSpace = new SearchSpace([new FloatParameter("x", 0.3, 0.9)]),
            Sampler = ForkStudies.Options(sampler),
        };
        int at = parent.Count * 2 / 3;

        IReadOnlyList<JournalEntry> first =
            Journals.Fork(parent, at, narrow, keepsScheduler: true);
        StudyState end = Journals.CheckWhole(Journals.Run(narrow, first));

        int shared = Journals.Fold(first).Trials.Count;
        Assert.Contains(end.Trials.Take(shared), trial => trial.IsOutside);
        Assert.Contains(end.Trials.Take(shared), trial => !trial.IsOutside);
        Assert.NotEmpty(end.Trials.Skip(shared));
        Assert.All(end.Trials.Skip(shared), trial =>
            Assert.InRange(trial.Configuration["x"].AsDouble(), 0.3, 0.9));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void A_new_sampler_is_told_each_fitting_trial_as_it_stands(string sampler)
    {
        StudySpecification study = ForkStudies.Study("asha", "sobol");
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification narrow = study with
        {
            SearchSpace = new SearchSpace([new FloatParameter("x", 0.3, 0.9)]),
            Sampler = ForkStudies.Options(sampler),
        };

        (StudyState state, List<TrialChange> told) =
            Tell(Journals.Fork(parent, parent.Count / 2, narrow));

        IEnumerable<TrialNumber> fitting = state.Trials
            .Where(trial => !trial.IsOutside).Select(trial => trial.Number);
        Assert.Equal(fitting, told.Select(change => change.Trial).Distinct());
        Assert.All(
            told.Where(change => change.Kind == TrialChangeKind.Started),
            change => Assert.Equal(
                state.Trial(change.Trial).Configuration, change.Configuration));
        Assert.All(fitting.Select(state.Trial), trial => Assert.Equal(
            trial.Count,
            told.Count(change => change.Kind == TrialChangeKind.Measured
                && change.Trial == trial.Number)));
    }

    [Theory]
    [MemberData(nameof(Samplers))]
    public void Every_sampler_goes_on_when_the_scheduler_changes(string sampler)
    {
        StudySpecification study = ForkStudies.Study("asha", sampler);
        foreach (string to in new[] { "hyperband", "median startup-trials=2" })
        {
            var said = new SaidCommand(
                new SequenceNumber(70), new SwitchScheduler(ForkStudies.Options(to)));
            IReadOnlyList<JournalEntry> journal = StudySimulation.Run(
                study,
                new CrossingCurves(),
                new SimulationOptions { Slots = 3, Said = [said] }).Events;

            Assert.Contains(journal, entry => entry.Event is SchedulerSwitched);
            Journals.CheckWhole(journal);
        }
    }

    [Theory]
    [InlineData("mo-asha", "nsga-ii", 2, false)]
    [InlineData("mo-asha", "tpe startup-trials=3", 2, false)]
    [InlineData("mo-asha", "gp startup-trials=3", 2, true)]
    [InlineData("asha", "tpe startup-trials=3", 1, true)]
    public void Samplers_of_several_numbers_begin_anew_too(
        string scheduler, string sampler, int objectives, bool isConstrained)
    {
        StudySpecification study = ForkStudies.Study(scheduler, "random") with
        {
            Objectives = [.. new Objective[]
            {
                new("loss", Direction.Minimize), new("size", Direction.Maximize),
            }.Take(objectives)],
            Constraints = isConstrained ? [new OutcomeConstraint("memory", AtMost: 1e9)] : [],
        };
        IReadOnlyList<JournalEntry> parent = Journals.Run(study);
        StudySpecification other = study with { Sampler = ForkStudies.Options(sampler) };

        StudyState end = Journals.CheckWhole(Journals.Run(
            other, Journals.Fork(parent, parent.Count / 2, other, keepsScheduler: true)));

        Assert.Equal(20, end.Trials.Count);
    }

    // What the sampler of a fork was told, from its beginning on.
    private static (StudyState State, List<TrialChange> Told) Tell(
        IReadOnlyList<JournalEntry> fork)
    {
        var told = new List<TrialChange>();
        var state = new StudyState(StandardStrategies.Instance) { Changed = told.Add };
        foreach (JournalEntry entry in fork)
        {
            if (entry.Event is StudyForked)
                told.Clear();
            state.Evolve(entry);
        }

        return (state, told);
    }
}
