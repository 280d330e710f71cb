using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies.Forks;

/// <summary>A study that shares the past of another one, as it begins.</summary>
/// <param name="Entries">Its first entries.</param>
/// <param name="State">What they come to.</param>
public sealed record ForkedStudy(IReadOnlyList<JournalEntry> Entries, StudyState State)
{
    /// <summary>
    /// The entries of the past under the new name, the fork, and the decisions that are due by it.
    /// All are of one epoch, so that one commit holds them.
    /// </summary>
    /// <param name="past">The parent's entries up to the fork, from the first one.</param>
    /// <param name="forked">The fork.</param>
    /// <param name="at">The time of the fork.</param>
    /// <param name="catalog">The strategies.</param>
    /// <exception cref="CorruptJournalException">The past or the fork makes no sense.</exception>
    public static ForkedStudy Begin(
        IReadOnlyList<JournalEntry> past,
        StudyForked forked,
        DateTimeOffset at,
        IStrategyCatalog catalog)
    {
        var engine = new StudyEngine(new StudyState(catalog), new NoSuggestions());
        var entries = new List<JournalEntry>(past.Count + 1);
        foreach (JournalEntry entry in past)
        {
            JournalEntry copied = Rename(entry, forked.Specification.Study);
            engine.Recover(copied);
            entries.Add(copied);
        }

        engine.Record(forked with { Strategies = Versions(forked.Specification, catalog) }, at);
        entries.AddRange(engine.TakeBatch().Events);
        var epoch = new Epoch(Math.Max(1, engine.State.Epoch.Value));
        return new ForkedStudy(
            [.. entries.Select(entry => entry with { Epoch = epoch })], engine.State);
    }

    private static string[] Versions(StudySpecification specification, IStrategyCatalog catalog)
    {
        string[] versions =
        [
            catalog.SamplerOf(specification).Version,
            catalog.CreateScheduler(specification).Version,
        ];
        return catalog.CreateStopRule(specification) is { } rule
            ? [.. versions, rule.Version]
            : versions;
    }

    private static JournalEntry Rename(JournalEntry entry, StudyId study) => entry.Event switch
    {
        StudyCreated created => entry with
        {
            Event = new StudyCreated(created.Specification with { Study = study }),
        },
        StudyForked earlier => entry with
        {
            Event = earlier with { Specification = earlier.Specification with { Study = study } },
        },
        _ => entry,
    };

    /// <summary>No slot is open at a fork: nothing can be started.</summary>
    private sealed class NoSuggestions : ISuggestions
    {
        public (Suggestion Suggestion, SequenceNumber Basis)? Find(
            in SuggestionRequest request, SequenceNumber head) => null;
    }
}
