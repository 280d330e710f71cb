using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <content>How another trial gets its result.</content>
public sealed partial class TrialState
{
    /// <summary>
    /// The completed trial of the same configuration whose result it has; null: its own.
    /// </summary>
    public TrialNumber? ReusedFrom => Origin?.ReusedFrom;

    /// <summary>Another trial with this one's result: neither is measured any more.</summary>
    internal TrialState Reuse(TrialNumber number, BracketIndex bracket) =>
        new(number, Configuration, bracket)
        {
            Status = TrialStatus.Completed,
            ReducedValue = ReducedValue,
            _curve = _curve,
            _rarities = new TrialRarities
            {
                Origin = new TrialOrigin { ReusedFrom = Number },
                Outcome = Outcome,
            },
        };
}
