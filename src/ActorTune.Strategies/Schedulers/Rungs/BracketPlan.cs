namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// The rungs of a bracket of successive halving with s + 1 rungs (Jamieson and Talwalkar, AISTATS
/// 2016; Li et al., "Hyperband", JMLR 2018), all in whole numbers.
/// </summary>
/// <param name="Levels">The resource of each rung, from the bottom.</param>
/// <param name="Sizes">How many trials each rung takes: floor(n / eta^i), at least 1.</param>
internal sealed record BracketPlan(long[] Levels, int[] Sizes)
{
    internal int Top => Levels.Length - 1;

    /// <summary>
    /// Hyperband's bracket s: ceil((s_max + 1) / (s + 1) eta^s) trials at R / eta^s; null when
    /// that is more than a study can number.
    /// </summary>
    internal static BracketPlan? OfHyperband(long min, long max, int factor, int bracket)
    {
        int most = RungLevels.MaxRungs(min, max, factor);
        Int128 trials = ((Int128)(most + 1) * Power(factor, bracket) + bracket) / (bracket + 1);
        return Of(min, max, factor, bracket, trials);
    }

    /// <summary>
    /// A bracket of n trials with as many rungs as leave one trial in the last one, s_max at most;
    /// null when n is more than a study can number.
    /// </summary>
    internal static BracketPlan? OfTrials(long min, long max, int factor, Int128? trials)
    {
        int most = RungLevels.MaxRungs(min, max, factor);
        Int128 count = trials ?? Power(factor, most);
        int bracket = 0;
        while (bracket < most && Power(factor, bracket + 1) <= count)
            bracket++;
        return Of(min, max, factor, bracket, count);
    }

    private static BracketPlan? Of(long min, long max, int factor, int bracket, Int128 trials)
    {
        if (trials > int.MaxValue)
            return null;
        var sizes = new int[bracket + 1];
        sizes[0] = (int)trials;
        for (int i = 1; i < sizes.Length; i++)
            sizes[i] = sizes[i - 1] / factor;
        return new BracketPlan(RungLevels.Halving(min, max, factor, bracket), sizes);
    }

    private static Int128 Power(int factor, int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
            power *= factor;
        return power;
    }
}
