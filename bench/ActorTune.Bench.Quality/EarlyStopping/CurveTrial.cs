using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>A trial that follows a recorded curve.</summary>
internal sealed class CurveTrial(int number, int curve, BracketIndex bracket)
{
    internal int Number => number;

    internal int Curve => curve;

    internal BracketIndex Bracket => bracket;

    internal Resource? Until { get; set; }

    internal int Step { get; set; }

    internal double Value { get; set; }

    internal bool IsFailed { get; set; }
}
