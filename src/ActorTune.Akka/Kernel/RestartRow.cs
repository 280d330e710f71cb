namespace ActorTune.Akka;

/// <summary>Counts the restarts in a row and decides what follows a failure.</summary>
internal sealed class RestartRow(SupervisionStrategy strategy)
{
    private int _count;

    /// <param name="ranFor">How long the failed instance ran.</param>
    public (ActorFailureOutcome Outcome, int Number, TimeSpan Backoff) OnFailure(TimeSpan ranFor)
    {
        switch (strategy)
        {
            case StopStrategy:
                return (ActorFailureOutcome.Stop, 0, TimeSpan.Zero);
            case RestartStrategy restart:
                return OnFailure(restart, ranFor);
            default:
                return (ActorFailureOutcome.Escalate, 0, TimeSpan.Zero);
        }
    }

    private (ActorFailureOutcome, int, TimeSpan) OnFailure(RestartStrategy restart, TimeSpan ranFor)
    {
        if (ranFor >= restart.ResetAfter)
            _count = 0;
        if (_count < restart.MaxRestarts)
            return (ActorFailureOutcome.Restart, _count + 1, restart.BackoffOf(_count++));
        ActorFailureOutcome outcome = restart.OnLimit == RestartLimitAction.Stop
            ? ActorFailureOutcome.Stop
            : ActorFailureOutcome.Escalate;
        return (outcome, 0, TimeSpan.Zero);
    }
}
