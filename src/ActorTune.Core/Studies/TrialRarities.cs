using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>What few trials have, apart, so that the others need not keep room for it.</summary>
internal sealed class TrialRarities
{
    internal TrialOrigin? Origin { get; set; }

    internal TrialSetbacks? Setbacks { get; set; }

    internal OutcomeReduction? Reduction { get; set; }

    internal TrialOutcome? Outcome { get; set; }

    internal TrialSegment? Segment { get; set; }
}
