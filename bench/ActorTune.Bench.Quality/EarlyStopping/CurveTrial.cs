using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>A trial that follows a recorded curve.</summary>
internal sealed class CurveTrial(int number, int configuration, BracketIndex bracket)
{
    internal int Number => number;

    internal int Configuration => configuration;

    internal BracketIndex Bracket => bracket;

    internal Resource? Until { get; set; }

    internal int Step { get; set; }

    internal double Value { get; set; }

    internal bool IsFailed { get; set; }
}
