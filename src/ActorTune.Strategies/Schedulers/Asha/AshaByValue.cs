using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Promotion ASHA whose rungs rank by value alone: all that they need is told of an earlier trial.
/// </summary>
internal sealed class AshaByValue(string version, IEnumerable<Rung> rungs)
    : AshaPromotion(version, rungs), ITakesOver
{
    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;
}
