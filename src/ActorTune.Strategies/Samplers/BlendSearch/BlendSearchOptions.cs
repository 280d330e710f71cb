using ActorTune.Strategies.Options;
using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>The options of <c>blendsearch</c>.</summary>
internal sealed record BlendSearchOptions
{
    /// <summary><c>global</c>: the sampler that looks over the whole space.</summary>
    /// <value>Default: <c>tpe</c>, as in FLAML; <c>gp</c> or <c>random</c>.</value>
    internal string Global { get; init; } = "tpe";

    /// <summary>
    /// <c>cost</c>: what a trial costs, the <c>resource</c> at which it was judged, or the
    /// <c>seconds</c> that it had taken by then.
    /// </summary>
    /// <value>Default: <c>resource</c>.</value>
    internal bool CountsSeconds { get; init; }

    /// <summary><c>step</c> and <c>patience</c> of the local searches, as in <c>cfo</c>.</summary>
    internal CfoOptions Local { get; init; } = new();

    internal static BlendSearchOptions Read(StrategyOptionReader reader)
    {
        return new BlendSearchOptions
        {
            Global = reader.Choice("global", "tpe", "tpe", "gp", "random"),
            CountsSeconds = reader.Choice("cost", "resource", "resource", "seconds") == "seconds",
            Local = CfoOptions.Read(reader),
        };
    }
}
