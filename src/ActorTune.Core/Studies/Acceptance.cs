using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>What taking in a command gave.</summary>
public abstract record Acceptance
{
    private Acceptance()
    {
    }

    /// <summary>
    /// The command is about something that was decided before: acknowledged, unseen.
    /// </summary>
    public static Acceptance Late { get; } = new LateAcceptance();

    /// <summary>
    /// The command waits for its turn, or changed nothing that is written down: nobody is answered
    /// yet.
    /// </summary>
    public static Acceptance Held { get; } = new HeldAcceptance();

    /// <summary>The command became a fact.</summary>
    /// <param name="Fact">The fact.</param>
    public sealed record Taken(StudyFact Fact) : Acceptance;

    /// <summary>The command makes no sense here and its sender is told so.</summary>
    /// <param name="Reason">Why, and the way out.</param>
    public sealed record Refused(string Reason) : Acceptance;

    private sealed record LateAcceptance : Acceptance;

    private sealed record HeldAcceptance : Acceptance;
}
