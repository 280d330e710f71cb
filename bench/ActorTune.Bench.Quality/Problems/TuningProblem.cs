using ActorTune.Spaces;

namespace ActorTune.Bench.Quality.Problems;

/// <summary>A function to be minimised over a search space, with its least value.</summary>
internal sealed record TuningProblem(
    string Name, SearchSpace Space, Func<Configuration, ulong, double> Evaluate, double Minimum)
{
    /// <summary>
    /// The value without noise, by which a configuration is judged; the measured one elsewhere.
    /// </summary>
    internal Func<Configuration, double>? Truth { get; init; }

    internal double TrueValue(Configuration configuration, double measured) =>
        Truth?.Invoke(configuration) ?? measured;
}
