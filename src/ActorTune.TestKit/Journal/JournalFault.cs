using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Journal;

/// <summary>A fault as a value: an effect, and the condition under which it happens.</summary>
/// <param name="Effect">What happens.</param>
/// <param name="Condition">To which appends.</param>
public sealed record JournalFault(JournalFaultEffect Effect, Func<JournalAppend, bool> Condition)
{
    /// <summary>How often it happens at most.</summary>
    /// <value>Default: no limit.</value>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How long a delay is.</summary>
    /// <value>Default: one second.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The n-th append to the journal, from 1.</summary>
    /// <param name="effect">What happens.</param>
    /// <param name="number">The append's ordinal.</param>
    public static JournalFault OnAppend(JournalFaultEffect effect, int number) =>
        new(effect, append => append.Number == number);

    /// <summary>Appends whose batch holds an event of a kind.</summary>
    /// <typeparam name="TEvent">The kind.</typeparam>
    /// <param name="effect">What happens.</param>
    public static JournalFault OnEvent<TEvent>(JournalFaultEffect effect)
        where TEvent : StudyEvent =>
        new(effect, append => append.Entries.Any(entry => entry.Event is TEvent));

    /// <summary>Appends of which a predicate holds.</summary>
    /// <param name="effect">What happens.</param>
    /// <param name="condition">The predicate.</param>
    public static JournalFault When(
        JournalFaultEffect effect, Func<JournalAppend, bool> condition) => new(effect, condition);

    /// <summary>The same effect where both this condition and another one hold.</summary>
    /// <param name="condition">The other condition.</param>
    public JournalFault And(Func<JournalAppend, bool> condition) =>
        this with { Condition = append => Condition(append) && condition(append) };

    /// <summary>The same fault, once.</summary>
    public JournalFault Once() => this with { Times = 1 };
}
