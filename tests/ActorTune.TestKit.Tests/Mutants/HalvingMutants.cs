using System.Text.Json;

namespace ActorTune.TestKit.Mutants;

/// <summary>Rungs above the first are not taken over from a saved state.</summary>
internal sealed class ForgetsRungs(Objective objective, IEnumerable<long> levels, int factor)
    : OwnHalving(objective, levels, factor)
{
    protected override void LoadRung(int rung, JsonElement saved)
    {
        if (rung == 0)
            base.LoadRung(rung, saved);
    }
}

/// <summary>A free slot always goes to a new trial while there may be one.</summary>
internal sealed class StarvesPaused(Objective objective, IEnumerable<long> levels, int factor)
    : OwnHalving(objective, levels, factor)
{
    private readonly Resource _first = new(levels.First());

    public override NextAction Next(bool mayStart) =>
        mayStart ? new NextAction.StartNew(default, _first) : base.Next(false);
}

/// <summary>The number of rungs is a quotient of logarithms, rounded down.</summary>
internal static class FloatLogarithm
{
    internal static IEnumerable<long> Levels(long min, long max, int factor)
    {
        int rungs = (int)(Math.Log((double)max / min) / Math.Log(factor));
        for (int rung = rungs; rung >= 0; rung--)
            yield return (long)(max / Math.Pow(factor, rung));
    }
}
