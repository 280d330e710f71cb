namespace ActorTune.Strategies.MultiObjective;

/// <summary>
/// The volume that a set of points dominates up to a reference point, exactly. Less is better in
/// every objective: negate those that are maximised. Points that do not lie below the reference
/// point in every objective add nothing.
/// </summary>
/// <remarks>
/// Two and three objectives are swept. With more, the points are taken from the worst in the last
/// objective on, each with what it dominates alone, a problem with one objective less: the WFG
/// method with slicing (While, Bradstreet and Barone, IEEE Transactions on Evolutionary Computation
/// 16, 2012). Its time grows exponentially with the objectives.
/// </remarks>
public static class Hypervolume
{
    /// <summary>The dominated volume.</summary>
    /// <param name="points">The points.</param>
    /// <param name="reference">The reference point, one number for each objective.</param>
    /// <returns>The volume; 0 where nothing lies below the reference point.</returns>
    /// <exception cref="ArgumentException">
    /// The numbers of objectives differ, or a number is not finite.
    /// </exception>
    public static double Of(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> reference)
    {
        (double[][] inside, double[] corner) = Read(points, reference);
        return DominatedVolume.Of([.. inside.Where(point => IsBelow(point, corner))], corner);
    }

    /// <summary>
    /// What each point adds to the volume of the others: what only it dominates. Zero for
    /// dominated points, for equal ones, and for those beyond the reference point.
    /// </summary>
    /// <param name="points">The points.</param>
    /// <param name="reference">The reference point, one number for each objective.</param>
    /// <returns>One volume for each point, in the points' order.</returns>
    /// <exception cref="ArgumentException">
    /// The numbers of objectives differ, or a number is not finite.
    /// </exception>
    public static double[] Contributions(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> reference)
    {
        (double[][] inside, double[] corner) = Read(points, reference);
        var contributions = new double[inside.Length];
        for (int i = 0; i < inside.Length; i++)
        {
            if (IsBelow(inside[i], corner))
                contributions[i] = DominatedVolume.Exclusive(
                    inside[i], inside.Where((_, other) => other != i), corner);
        }

        return contributions;
    }

    /// <summary>
    /// The positions of some points that together dominate much: one after the other the point
    /// that adds most to those chosen, the first of equal ones.
    /// </summary>
    /// <param name="points">The points.</param>
    /// <param name="reference">The reference point, one number for each objective.</param>
    /// <param name="count">How many to choose; all, when there are no more.</param>
    /// <returns>The positions in the order of choice.</returns>
    /// <remarks>
    /// The volume so chosen is at least 1 - 1/e of the best possible (Nemhauser, Wolsey and Fisher,
    /// 1978), as what a point adds never grows; for that reason too a point is looked at again only
    /// while what it added before is the most.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The numbers of objectives differ, or a number is not finite.
    /// </exception>
    public static int[] SelectSubset(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> reference, int count)
    {
        (double[][] inside, double[] corner) = Read(points, reference);
        return SubsetSelection.Greedy(inside, corner, Math.Clamp(count, 0, inside.Length));
    }

    internal static bool IsBelow(double[] point, double[] reference)
    {
        for (int i = 0; i < point.Length; i++)
        {
            if (!(point[i] < reference[i]))
                return false;
        }

        return true;
    }

    private static (double[][] Points, double[] Reference) Read(
        IReadOnlyList<IReadOnlyList<double>> points, IReadOnlyList<double> reference)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(reference);
        Domination.Require(points, reference.Count);
        Domination.Require([reference], reference.Count);
        if (points.Append(reference).Any(point => point.Any(double.IsInfinity)))
            throw new ArgumentException(
                "A hypervolume needs finite points and a finite reference point.");
        return ([.. points.Select(point => point.ToArray())], [.. reference]);
    }
}
