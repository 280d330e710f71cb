namespace ActorTune.Studies;

/// <summary>The one value that an objective makes of a trial's measurements.</summary>
internal static class ReducedValues
{
    /// <summary>The reduced value after the last of some measurements.</summary>
    /// <param name="objective">Says how.</param>
    /// <param name="measured">The measurements so far, at least one.</param>
    /// <param name="before">The reduced value before the last one, if there was any.</param>
    internal static double After(
        Objective objective, ReadOnlySpan<double> measured, double before)
    {
        double value = measured[^1];
        return objective.Reduce.Kind switch
        {
            ReductionKind.Last => value,
            ReductionKind.Best => measured.Length == 1 || objective.IsBetter(value, before)
                ? value
                : before,
            ReductionKind.MeanOfLast => MeanOfLast(objective.Reduce.Window, measured),
            _ => throw new InvalidOperationException($"Unknown reduction {objective.Reduce}."),
        };
    }

    private static double MeanOfLast(int window, ReadOnlySpan<double> measured)
    {
        ReadOnlySpan<double> last = measured[Math.Max(0, measured.Length - window)..];
        double sum = 0;
        foreach (double value in last)
            sum += value;
        return sum / last.Length;
    }
}
