namespace ActorTune.Actors;

/// <summary>What follows a failure of an actor. The parent chooses it when it spawns the actor.
/// </summary>
public abstract record SupervisionStrategy
{
    private protected SupervisionStrategy()
    {
    }

    /// <summary>Restart with the default backoff, then escalate.</summary>
    public static SupervisionStrategy Default { get; } = new RestartStrategy();

    /// <summary>The actor ends.</summary>
    public static SupervisionStrategy Stop { get; } = new StopStrategy();

    /// <summary>The actor ends and its parent fails with an
    /// <see cref="ActorEscalationException"/>; above a root actor is the host, see
    /// <see cref="IActorHost.RootFailure"/>.</summary>
    public static SupervisionStrategy Escalate { get; } = new EscalateStrategy();
}

/// <summary>The actor ends.</summary>
public sealed record StopStrategy : SupervisionStrategy
{
    internal StopStrategy()
    {
    }
}

/// <summary>The actor ends and its parent fails.</summary>
public sealed record EscalateStrategy : SupervisionStrategy
{
    internal EscalateStrategy()
    {
    }
}

/// <summary>
/// A new instance takes the place of the failed one, after a delay of
/// <c>min(MinBackoff * 2^n, MaxBackoff)</c> where n counts the restarts in a row before this one.
/// Messages that wait meanwhile are kept or become dead letters, as the host chooses.
/// </summary>
public sealed record RestartStrategy : SupervisionStrategy
{
    /// <summary>The delay of the first restart in a row.</summary>
    /// <value>100 ms; zero restarts at once and never backs off.</value>
    public TimeSpan MinBackoff { get; init => field = Positive(value, nameof(MinBackoff)); }
        = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest delay.</summary>
    /// <value>10 s.</value>
    public TimeSpan MaxBackoff { get; init => field = Positive(value, nameof(MaxBackoff)); }
        = TimeSpan.FromSeconds(10);

    /// <summary>How long an instance has to run before a failure begins a new row.</summary>
    /// <value>1 minute.</value>
    public TimeSpan ResetAfter { get; init => field = Positive(value, nameof(ResetAfter)); }
        = TimeSpan.FromMinutes(1);

    /// <summary>How many restarts there may be in a row.</summary>
    /// <value>10; 0 restarts never.</value>
    public int MaxRestarts { get; init => field = NotNegative(value); } = 10;

    /// <summary>What follows a failure after the last restart of a row.</summary>
    /// <value><see cref="RestartLimitAction.Escalate"/>.</value>
    public RestartLimitAction OnLimit { get; init; } = RestartLimitAction.Escalate;

    /// <summary>The delay before a restart.</summary>
    /// <param name="restartIndex">How many restarts in a row came before it.</param>
    /// <returns>The delay.</returns>
    public TimeSpan BackoffOf(int restartIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(restartIndex);
        var delay = MinBackoff;
        for (var i = 0; i < restartIndex && delay < MaxBackoff && delay > TimeSpan.Zero; i++)
        {
            delay += delay;
        }

        return delay < MaxBackoff ? delay : MaxBackoff;
    }

    private static TimeSpan Positive(TimeSpan value, string name) =>
        value >= TimeSpan.Zero && value <= ActorTimer.MaxDelay
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value, $"{name} is from zero to {ActorTimer.MaxDelay}.");

    private static int NotNegative(int value) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(MaxRestarts), value, "MaxRestarts is a count; 0 restarts never.");
}

/// <summary>What follows when a <see cref="RestartStrategy"/> has used its restarts.</summary>
public enum RestartLimitAction
{
    /// <summary>The actor ends and its parent fails.</summary>
    Escalate,

    /// <summary>The actor ends.</summary>
    Stop,
}
