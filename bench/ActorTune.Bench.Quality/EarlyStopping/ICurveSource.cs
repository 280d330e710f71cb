using ActorTune.Spaces;
using ActorTune.Strategies;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>Which curve the next trial follows.</summary>
internal interface ICurveSource
{
    /// <summary>
    /// The number of the curve and the configuration that strategies see; null for none now.
    /// </summary>
    (int Curve, Configuration Configuration)? Next(in SuggestionRequest request);

    void Observe(in TrialChange change);
}
