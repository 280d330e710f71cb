using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Percentile;

namespace ActorTune.Strategies.Schedulers.Patient;

/// <summary>The options of <c>patient</c>, besides those of the rule that it wraps.</summary>
internal sealed record PatientOptions
{
    /// <summary>
    /// <c>patience</c>: how many measurements in a row may bring no improvement.
    /// </summary>
    /// <value>Default: 5. Optuna, whose rule this is, has none.</value>
    internal int Patience { get; init; } = 5;

    /// <summary>
    /// <c>min-delta</c>: a trial still improves while its recent best is at most so much worse
    /// than its best before.
    /// </summary>
    /// <value>Default: 0.</value>
    internal double MinDelta { get; init; }

    /// <summary>The version that the wrapped rule goes by in reasons; null for none.</summary>
    internal string? WrappedVersion { get; init; }

    /// <summary>The options of the wrapped rule.</summary>
    internal PercentileOptions? Wrapped { get; init; }

    internal static PatientOptions Read(StrategyOptionReader reader)
    {
        // The largest window that is still looked through within microseconds.
        const int mostPatience = 1000;
        string wrapped = reader.Choice("wrapped", "median", "median", "percentile", "none");
        return new PatientOptions
        {
            Patience = (int)reader.Integer("patience", 5, 0, mostPatience),
            MinDelta = reader.Number("min-delta", 0, 0, double.MaxValue),
            WrappedVersion = wrapped == "none" ? null : $"{wrapped}/1",
            Wrapped = wrapped switch
            {
                "median" => PercentileOptions.ReadMedian(reader),
                "percentile" => PercentileOptions.Read(reader),
                _ => null,
            },
        };
    }
}
