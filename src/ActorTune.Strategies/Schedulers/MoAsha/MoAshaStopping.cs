using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Asha;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>
/// Stopping ASHA over several objectives: a trial goes on if it is among the best
/// max(floor(n / eta), 1) of the n that came to the rung, itself included, or level with one of
/// them in every objective.
/// </summary>
internal sealed class MoAshaStopping : AshaStopping
{
    private MoAshaStopping(Objective objective, int factor, IEnumerable<Rung> rungs)
        : base("mo-asha-stopping/2", objective, StoppingRule.TopK, factor, rungs)
    {
    }

    internal static MoAshaStopping Of(
        IReadOnlyList<Objective> objectives, ResourceOptions options) => new(
            objectives[0],
            options.ReductionFactor,
            ParetoRung.Of(
                objectives, options, KeptShare.FloorOrOne(options.ReductionFactor)));

    /// <inheritdoc/>
    protected override Judgement Compare(
        Rung rung, int index, in TrialChange measured, int position)
    {
        int last = rung.LastKept;
        return new Judgement(
            measured.Trial.Value,
            index < Top && !((ParetoRung)rung).IsWithin(position),
            index,
            rung.Count,
            rung.Kept,
            last >= 0 ? rung.ValueAt(last) : null,
            last >= 0 ? rung.TrialAt(last).Value : null);
    }
}
