using ActorTune.Journal;
using ActorTune.Simulation;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.TestKit.Cluster;
using ActorTune.Trials;

namespace ActorTune.Coordinator;

/// <summary>
/// The engine is killed after every single event, and in between, and started again.
/// </summary>
public sealed class KillSweepTests
{
    public static TheoryData<string> Schedulers => [.. StandardStrategies.SchedulerNames];

    public static TheoryData<string> Samplers => [.. StandardStrategies.SamplerNames];

    [Theory]
    [MemberData(nameof(Schedulers))]
    public Task Killed_after_any_event_the_study_ends_and_nothing_is_lost(string scheduler) =>
        SweepAsync(Studies.Small() with { Scheduler = Options(scheduler) });

    [Theory]
    [MemberData(nameof(Samplers))]
    public Task With_any_sampler_too(string sampler) =>
        SweepAsync(Studies.Small() with { Sampler = Options(sampler) });

    // Eleven configurations: among the nine trained trials there are some suggested twice.
    [Theory]
    [InlineData("run-to-completion")]
    [InlineData("median")]
    public async Task With_results_that_are_reused_too(string scheduler)
    {
        StudySpecification study = Studies.Small(scheduler) with
        {
            SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1) { Step = 0.1 }]),
            Duplicates = DuplicatePolicy.Reuse,
        };
        Assert.True(await SweepAsync(study) > 0, "nothing was reused");
    }

    // And studies that end by an estimate take the same end.
    [Fact]
    public async Task With_a_bound_of_the_regret_too()
    {
        StudySpecification study = Studies.Small("run-to-completion") with
        {
            Stop = new StopConditions { Trials = 9, RegretBound = new RegretBound(0.5, 4) },
        };
        await SweepAsync(study);
    }

    // Nine trials are few: those that learn are told to begin early.
    private static StrategyOptions Options(string name) => name switch
    {
        "tpe" or "gp" or "forest" =>
            new StrategyOptions(name).With("startup-trials", ParameterValue.Of(3L)),
        "cma-es" or "nsga-ii" or "nsga-iii" =>
            new StrategyOptions(name).With("population", ParameterValue.Of(4L)),
        "regularized-evolution" => new StrategyOptions(name)
            .With("population", ParameterValue.Of(4L)).With("sample", ParameterValue.Of(2L)),
        "grid" => new StrategyOptions(name).With("points", ParameterValue.Of(9L)),
        "threshold" => new StrategyOptions(name).With("upper", ParameterValue.Of(1.4)),
        "pb2" => new StrategyOptions(name)
            .With("population", ParameterValue.Of(3L)).With("interval", ParameterValue.Of(1L)),
        _ => new StrategyOptions(name),
    };

    /// <summary>How many results the study reused when nobody killed it.</summary>
    private static async Task<int> SweepAsync(StudySpecification study)
    {
        IReadOnlyList<JournalEntry> whole = await RunAsync(study, 1, int.MaxValue);
        for (int kill = 1; kill <= whole.Count; kill++)
            await RunAsync(study, (ulong)kill, kill);
        return whole.Count(entry => entry.Event is TrialReused);
    }

    private static async Task<IReadOnlyList<JournalEntry>> RunAsync(
        StudySpecification study, ulong seed, int killAfter)
    {
        await using var journal = new InMemoryStudyJournal();
        var options = new SimulatedClusterOptions { Seed = seed, SlotsPerWorker = 3 };
        var acknowledged = new HashSet<(AttemptId, long)>();
        bool done = false;
        for (int life = 0; !done; life++)
        {
            Assert.True(life < 3, "it did not come to an end");
            int seen = 0;
            var runner = Studies.Falling();
            var cluster = SimulatedCluster.Start(
                journal,
                study,
                runner,
                options with { Committed = entries => seen = (int)entries[^1].Sequence.Value });
            int limit = life == 0 ? killAfter : int.MaxValue;
            done = cluster.Run(() => seen >= limit);
            acknowledged.UnionWith(runner.Acknowledged);
        }

        return Check(SimulatedCluster.Read(journal, study.Study), acknowledged, seed);
    }

    private static IReadOnlyList<JournalEntry> Check(
        IReadOnlyList<JournalEntry> entries, HashSet<(AttemptId, long)> acknowledged, ulong seed)
    {
        VerificationReport report = StudyVerification.Run(entries);
        Assert.True(report.IsClean, $"seed {seed}: {string.Join("; ", report.Problems)}");
        Assert.Equal(report.Decisions, report.Recomputed);
        Assert.IsType<StudyFinished>(entries[^1].Event);
        HashSet<(AttemptId, long)> journalled = [.. entries
            .Select(entry => entry.Event)
            .Select(change => change switch
            {
                MeasurementReported reported => (reported.Attempt, reported.Report),
                MeasurementRepeated repeated => (repeated.Attempt, repeated.Report),
                _ => default,
            })];
        Assert.NotEmpty(acknowledged);
        Assert.Subset(journalled, acknowledged);
        Assert.Equal(
            entries.Count(entry => entry.Event is TrialSuggested),
            entries.Select(entry => entry.Event).OfType<TrialSuggested>()
                .Select(suggested => suggested.Trial).Distinct().Count());
        return entries;
    }
}
