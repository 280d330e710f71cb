using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;
using ActorTune.Studies.Gates;

namespace ActorTune.TestKit.Strict;

/// <summary>One life of the process that decides, over a journal that outlives it.</summary>
internal sealed class StrictCoordinator
{
    private readonly List<JournalEntry> _journal;
    private readonly LateSuggestions _suggestions;

    private StrictCoordinator(
        StudySpecification specification,
        IStrategyCatalog catalog,
        List<JournalEntry> journal,
        Func<bool> isLate)
    {
        _journal = journal;
        ISampler sampler = catalog.SamplerOf(specification);
        _suggestions = new LateSuggestions(sampler, isLate);
        Engine = new StudyEngine(
            new StudyState(catalog) { Changed = change => sampler.Observe(change) }, _suggestions);
    }

    internal StudyEngine Engine { get; }

    internal StudyGate Gate { get; private set; } = null!;

    internal StudyState State => Engine.State;

    internal bool IsAwaiting => _suggestions.IsPending;

    internal static StrictCoordinator Start(
        StudySpecification specification,
        IStrategyCatalog catalog,
        List<JournalEntry> journal,
        Func<bool> isLate,
        DateTimeOffset at)
    {
        var started = new StrictCoordinator(specification, catalog, journal, isLate);
        foreach (JournalEntry entry in journal)
            started.Engine.Recover(entry);
        if (journal.Count == 0)
            started.Engine.Record(new StudyCreated(specification), at);
        started.Engine.Record(
            new CoordinatorStarted(started.State.Epoch.Next, "strict-spec", []), at);
        started.Gate = StudyGate.Of(started.Engine);
        started.Gate.Open(at);
        return started;
    }

    /// <summary>Makes durable what happened, and tells what follows from it.</summary>
    internal IReadOnlyList<StudyEffect> Commit()
    {
        StudyBatch batch = Gate.TakeBatch();
        _journal.AddRange(batch.Events);
        return batch.Effects;
    }

    internal void Arrive(DateTimeOffset at)
    {
        _suggestions.Arrive();
        Gate.DecideAll(at);
    }
}
