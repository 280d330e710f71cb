namespace ActorTune.Actors;

/// <summary>Counts the restarts in a row and decides what follows a failure.</summary>
internal sealed class RestartRow(SupervisionStrategy strategy)
{
    private int _restartCount;

    /// <param name="ranFor">How long the failed instance ran.</param>
    public (ActorFailureOutcome Outcome, int RestartNumber, TimeSpan Backoff) OnFailure(
        TimeSpan ranFor)
    {
        return strategy switch
        {
            StopStrategy => (ActorFailureOutcome.Stop, 0, TimeSpan.Zero),
            EscalateStrategy => (ActorFailureOutcome.Escalate, 0, TimeSpan.Zero),
            RestartStrategy restart => OnFailure(restart, ranFor),
            _ => throw new InvalidOperationException(
                $"No rule for the supervision strategy {strategy.GetType().Name}."),
        };
    }

    private (ActorFailureOutcome, int, TimeSpan) OnFailure(
        RestartStrategy strategy, TimeSpan ranFor)
    {
        if (ranFor >= strategy.ResetAfter)
        {
            _restartCount = 0;
        }

        if (_restartCount >= strategy.MaxRestarts)
        {
            var outcome = strategy.OnLimit == RestartLimitAction.Stop
                ? ActorFailureOutcome.Stop
                : ActorFailureOutcome.Escalate;
            return (outcome, 0, TimeSpan.Zero);
        }

        var backoff = strategy.BackoffOf(_restartCount);
        _restartCount++;
        return (ActorFailureOutcome.Restart, _restartCount, backoff);
    }
}
