using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <content>How another trial gets its result.</content>
public sealed partial class TrialState
{
    /// <summary>
    /// The completed trial of the same configuration whose result it has; null: its own.
    /// </summary>
    public TrialNumber? ReusedFrom { get; private init; }

    /// <summary>Another trial with this one's result: neither is measured any more.</summary>
    internal TrialState Reuse(TrialNumber number, BracketIndex bracket) =>
        new(number, Configuration, bracket)
        {
            ReusedFrom = Number,
            Status = TrialStatus.Completed,
            Attempt = new AttemptId(number, 0),
            Count = Count,
            Outcome = Outcome,
            ReducedValue = ReducedValue,
            _measured = _measured,
        };
}
