namespace ActorTune.Strategies.Notation;

/// <summary>Where a trial of a <see cref="Schedule"/> stands.</summary>
internal sealed class TrialRow
{
    internal BracketIndex Bracket { get; init; }

    internal Resource? Until { get; set; }

    internal Resource Resource { get; set; }

    internal double Value { get; set; }

    internal double Seconds { get; set; }

    internal TrialChange Measured(int trial, double[] values, bool isDecisionPoint) => new(
        TrialChangeKind.Measured,
        new TrialNumber(trial),
        Bracket,
        Resource,
        Value,
        isDecisionPoint,
        null)
    {
        Outcome = values.Length > 1 ? new TrialOutcome(values, []) : null,
        Seconds = Seconds,
    };
}
