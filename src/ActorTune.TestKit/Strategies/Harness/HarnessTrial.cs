using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>Where a trial of a <see cref="SchedulerHarness"/> stands.</summary>
internal sealed class HarnessTrial
{
    internal BracketIndex Bracket { get; init; }

    internal Resource? Until { get; set; }

    internal Resource Resource { get; set; }

    internal double Value { get; set; }

    internal double Seconds { get; set; }

    internal TrialChange Measured(int trial, IReadOnlyList<double> values, bool isDecisionPoint) =>
        new(
            TrialChangeKind.Measured,
            new TrialNumber(trial),
            Bracket,
            Resource,
            Value,
            isDecisionPoint,
            null)
        {
            Outcome = values.Count > 1 ? new TrialOutcome([.. values], []) : null,
            Seconds = Seconds,
        };
}
