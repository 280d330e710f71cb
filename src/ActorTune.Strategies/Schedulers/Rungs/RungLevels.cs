namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// The resources at which trials are compared, in whole numbers: a floating logarithm is one rung
/// short at, for example, r = 1, R = 243, eta = 3.
/// </summary>
internal static class RungLevels
{
    /// <summary>
    /// The levels of ASHA (Li et al., MLSys 2020): r, r eta, r eta^2, ... below R, then R.
    /// </summary>
    internal static long[] Asha(long min, long max, int factor)
    {
        var levels = new List<long>();
        for (long level = min; level < max; level = Times(level, factor, max))
            levels.Add(level);
        levels.Add(max);
        return [.. levels];
    }

    /// <summary>
    /// The levels of successive halving: R / eta^j rounded half up, for j from
    /// <paramref name="rungs"/> down to 0; a level below r becomes r, and equal ones fall together.
    /// </summary>
    internal static long[] Halving(long min, long max, int factor, int rungs)
    {
        var levels = new List<long>();
        for (int j = rungs; j >= 0; j--)
        {
            long level = Math.Max(min, DivideHalfUp(max, Power(factor, j)));
            if (levels.Count == 0 || level > levels[^1])
                levels.Add(level);
        }

        return [.. levels];
    }

    /// <summary>The largest k with r eta^k at most R.</summary>
    internal static int MaxRungs(long min, long max, int factor)
    {
        int rungs = 0;
        for (long level = min; level <= max / factor; level *= factor)
            rungs++;
        return rungs;
    }

    private static long Times(long level, int factor, long max) =>
        level > max / factor ? max : level * factor;

    private static long DivideHalfUp(long dividend, long divisor)
    {
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        return rest >= divisor - rest ? quotient + 1 : quotient;
    }

    private static long Power(long factor, int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++)
            power = checked(power * factor);
        return power;
    }
}
