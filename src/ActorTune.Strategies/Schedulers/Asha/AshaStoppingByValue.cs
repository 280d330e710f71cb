using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>
/// Stopping ASHA whose rungs rank by value alone: all that they need is told of an earlier trial.
/// </summary>
internal sealed class AshaStoppingByValue(
    string version, Objective objective, StoppingRule rule, int factor, IEnumerable<Rung> rungs)
    : AshaStopping(version, objective, rule, factor, rungs), ITakesOver
{
    /// <inheritdoc/>
    public BracketIndex EarlierBracket => default;
}
