using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// A study at work, without clock, storage or threads: commands go in, events and effects come
/// out. Whoever drives it makes the events durable before letting the effects out.
/// </summary>
public sealed class StudyEngine
{
    private readonly ISuggestions _suggestions;
    private List<JournalEntry> _events = [];
    private List<StudyEffect> _effects = [];

    /// <summary>Creates an engine before a study's first event.</summary>
    /// <param name="state">The empty state, or one that is being recovered.</param>
    /// <param name="suggestions">Where configurations come from.</param>
    public StudyEngine(StudyState state, ISuggestions suggestions)
    {
        State = state;
        _suggestions = suggestions;
    }

    /// <summary>The study, all events taken in so far included, durable or not.</summary>
    public StudyState State { get; }

    /// <summary>How many events wait to be made durable.</summary>
    public int PendingCount => _events.Count;

    /// <summary>Whether deciding goes on when a suggestion arrives.</summary>
    public bool IsAwaitingSuggestion => _suggestions.IsPending;

    /// <summary>Folds an event that is in the journal already. Nothing is decided.</summary>
    public void Recover(JournalEntry entry) => State.Evolve(entry);

    /// <summary>Takes in a fact that is the engine's own: a creation or an opening.</summary>
    public void Record(StudyFact fact, DateTimeOffset at)
    {
        Fold(fact, at);
        DecideAll(at);
    }

    /// <summary>
    /// Takes in a command and all decisions that follow from it. A command on which deciding fails
    /// is recorded as rejected; what it had changed before that stays.
    /// </summary>
    public Acceptance Handle(StudyCommand command, DateTimeOffset at)
    {
        try
        {
            Acceptance acceptance = StudyIntake.Accept(State, command);
            if (acceptance is Acceptance.Taken taken)
                Record(taken.Fact, at);
            return acceptance;
        }
        catch (Exception error) when (error is not CorruptJournalException)
        {
            Fold(new MessageRejected(command.GetType().Name, error.Message), at);
            return new Acceptance.Refused(error.Message);
        }
    }

    /// <summary>
    /// Takes every decision that is due: after a recovery, or when a suggestion arrived.
    /// </summary>
    public void DecideAll(DateTimeOffset at)
    {
        while (StudyDecider.Decide(State, _suggestions) is { } decision)
            Fold(decision, at);
    }

    /// <summary>
    /// What an attempt is to do now: the answer to a report that came late or twice.
    /// </summary>
    public InstructAttempt Standing(AttemptId attempt) =>
        EffectDerivation.Standing(State, attempt);

    /// <summary>Hands out the events and effects since the last call.</summary>
    public StudyBatch TakeBatch()
    {
        var batch = new StudyBatch(_events, _effects);
        _events = [];
        _effects = [];
        return batch;
    }

    private void Fold(StudyEvent change, DateTimeOffset at)
    {
        // A creation and an opening are the first events of their own epoch.
        Epoch epoch = change switch
        {
            StudyCreated => new Epoch(1),
            CoordinatorStarted started => started.Epoch,
            _ => State.Epoch,
        };
        DateTimeOffset time = at < State.Now ? State.Now : at;
        var entry = new JournalEntry(State.Head.Next, epoch, time, change);
        State.Evolve(entry);
        _events.Add(entry);
        EffectDerivation.Derive(State, change, _effects);
    }
}
