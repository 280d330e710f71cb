using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

/// <content>What happened in the study, and the same study again from it.</content>
public sealed partial class AskTellStudy
{
    private readonly List<JournalEntry> _entries = [];

    /// <summary>
    /// Everything that happened, from which <see cref="Load"/> makes the same study again.
    /// </summary>
    public IReadOnlyList<JournalEntry> Entries => _entries;

    /// <summary>Makes a study again from its events.</summary>
    /// <param name="entries">What <see cref="Entries"/> held, from the first event on.</param>
    /// <param name="catalog">Makes its strategies; null: those of this library.</param>
    /// <exception cref="CorruptJournalException">They do not follow each other.</exception>
    /// <exception cref="AskTellException">They do not begin with a creation.</exception>
    public static AskTellStudy Load(
        IEnumerable<JournalEntry> entries, IStrategyCatalog? catalog = null)
    {
        AskTellStudy? study = null;
        foreach (JournalEntry entry in entries)
        {
            study ??= new AskTellStudy(
                catalog ?? StandardStrategies.Instance,
                (entry.Event as StudyCreated)?.Specification ?? throw new AskTellException(
                    "A saved study begins with its creation; this one does not."));
            study._suggestions.Follow(study._catalog, entry.Event);
            study._engine.Recover(entry);
            study.Keep(entry);
        }

        return study ?? throw new AskTellException("There is nothing to load a study from.");
    }

    private void Keep(JournalEntry entry)
    {
        _entries.Add(entry);
        _answers.Observe(State, entry.Event);
    }
}
