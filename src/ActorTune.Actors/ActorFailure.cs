namespace ActorTune.Actors;

/// <summary>An actor failed, and what follows.</summary>
/// <param name="Actor">The actor.</param>
/// <param name="Cause">What its handler threw, or an <see cref="ActorEscalationException"/>.
/// </param>
/// <param name="Outcome">What follows.</param>
/// <param name="RestartNumber">From 1, within the current row of restarts; 0 if the actor ends.
/// </param>
/// <param name="Backoff">The delay before the restart; zero if the actor ends.</param>
public sealed record ActorFailure(
    ActorPath Actor,
    Exception Cause,
    ActorFailureOutcome Outcome,
    int RestartNumber,
    TimeSpan Backoff);

/// <summary>What follows a failure.</summary>
public enum ActorFailureOutcome
{
    /// <summary>A new instance takes over after a delay.</summary>
    Restart,

    /// <summary>The actor ends.</summary>
    Stop,

    /// <summary>The actor ends and its parent fails.</summary>
    Escalate,
}
