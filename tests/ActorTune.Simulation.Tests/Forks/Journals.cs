using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Studies.Forks;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>What the tests of forks and switches do with journals.</summary>
internal static class Journals
{
    private static readonly StandardStrategies Catalog = StandardStrategies.Instance;

    internal static IReadOnlyList<JournalEntry> Run(
        StudySpecification study, IReadOnlyList<JournalEntry>? past = null) =>
        StudySimulation.Run(study, new CrossingCurves(), new SimulationOptions
        {
            Slots = 3,
            Past = past ?? [],
        }).Events;

    /// <summary>The first entries of a fork after an event of a journal.</summary>
    internal static IReadOnlyList<JournalEntry> Fork(
        IReadOnlyList<JournalEntry> parent,
        int at,
        StudySpecification specification,
        bool keepsScheduler = false,
        bool keepsSampler = false,
        IReadOnlyList<Checkpoint>? missing = null)
    {
        var forked = new StudyForked(
            new StudyId("parent"), specification with { Study = new StudyId("fork") })
        {
            KeepsScheduler = keepsScheduler,
            KeepsSampler = keepsSampler,
            Missing = missing ?? [],
        };
        return ForkedStudy.Begin(
            [.. parent.Take(at)], forked, parent[at - 1].At.AddDays(1), Catalog).Entries;
    }

    internal static StudyState Fold(IEnumerable<JournalEntry> entries)
    {
        var state = new StudyState(Catalog);
        foreach (JournalEntry entry in entries)
            state.Evolve(entry);
        return state;
    }

    /// <summary>The journal is whole, ends, and every decision follows from its facts.</summary>
    internal static StudyState CheckWhole(IReadOnlyList<JournalEntry> journal)
    {
        VerificationReport report = StudyVerification.Run(journal);
        Assert.Empty(report.Problems);
        Assert.Empty(report.ForeignVersions);
        Assert.Equal(report.Decisions, report.Recomputed);
        StudyState state = Fold(journal);
        Assert.Equal(StudyPhase.Finished, state.Phase);
        Assert.DoesNotContain(journal, entry => entry.Event is MessageRejected);
        CheckRungs(state);
        CheckSaved(state);
        return state;
    }

    /// <summary>
    /// Every entry of a rung has the trial's value at its first resource that reaches the level.
    /// </summary>
    internal static void CheckRungs(StudyState state)
    {
        foreach (RungSummary rung in state.Scheduler.Rungs())
        {
            foreach (RungEntry entry in state.Scheduler.Explain(rung.Bracket, rung.Rung))
            {
                TrialState trial = state.Trial(entry.Trial);
                if (entry.Value is { } value)
                    Assert.Equal(FirstAt(trial, rung.Level), value);
            }
        }
    }

    /// <summary>
    /// Trials that have a measurement at a rung's level are all entered there, and went on from
    /// those below.
    /// </summary>
    internal static void CheckEntered(StudyState state, BracketIndex bracket)
    {
        CheckPromoted(state.Scheduler, bracket);
        foreach (RungSummary rung in state.Scheduler.Rungs().Where(one => one.Bracket == bracket))
        {
            IEnumerable<TrialNumber> expected = state.Trials
                .Where(trial => trial.Status != TrialStatus.Cancelled
                    && trial.Resource >= rung.Level)
                .Select(trial => trial.Number);
            Assert.Equal(expected, state.Scheduler.Explain(bracket, rung.Rung)
                .Where(entry => entry.Value is not null)
                .Select(entry => entry.Trial)
                .Order());
        }
    }

    private static void CheckPromoted(ITrialScheduler scheduler, BracketIndex bracket)
    {
        int count = scheduler.Rungs().Count(rung => rung.Bracket == bracket);
        for (int rung = 1; rung < count; rung++)
        {
            HashSet<TrialNumber> above = [.. scheduler.Explain(bracket, rung)
                .Where(entry => entry.Value is not null)
                .Select(entry => entry.Trial)];
            Assert.All(
                scheduler.Explain(bracket, rung - 1).Where(one => above.Contains(one.Trial)),
                entry => Assert.True(entry.IsPromoted));
        }
    }

    internal static string Saved(ITrialScheduler scheduler)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            scheduler.Save(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static double FirstAt(TrialState trial, Resource level)
    {
        for (int i = 0; i < trial.Count; i++)
        {
            if (trial[i].Resource >= level)
                return trial[i].Value;
        }

        throw new InvalidOperationException($"trial {trial.Number} never reached {level}");
    }

    // What took over can be saved and goes on from there like any other.
    private static void CheckSaved(StudyState state)
    {
        string saved = Saved(state.Scheduler);
        ITrialScheduler loaded = Catalog.CreateScheduler(state.Specification);
        using JsonDocument document = JsonDocument.Parse(saved);
        loaded.Load(document.RootElement);
        Assert.Equal(saved, Saved(loaded));
    }
}
