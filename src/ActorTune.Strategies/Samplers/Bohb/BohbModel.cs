using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>The two densities of one rung.</summary>
internal sealed class BohbModel(NormalReferenceDensity good, NormalReferenceDensity others)
{
    internal NormalReferenceDensity Good => good;

    internal NormalReferenceDensity Others => others;

    /// <summary>The model of the largest rung with enough trials, or null.</summary>
    internal static BohbModel? Of(
        KernelAxis[] axes,
        TrialHistory history,
        RungResults results,
        BohbOptions options,
        ulong seed)
    {
        if (axes.Length == 0)
            return null;
        foreach (IReadOnlyDictionary<int, double> rung in results.FromTop)
        {
            int[] numbers = Ranked(rung, history);

            // Both sides need so many; they do not overlap.
            if (numbers.Length < 2 * options.MinPoints)
                continue;
            int good = CountOf(options, numbers.Length, options.TopPercent);
            int others = CountOf(options, numbers.Length, 100 - options.TopPercent);
            return new BohbModel(
                Density(axes, history, numbers[..good], options, seed),
                Density(axes, history, [.. numbers.Skip(good).Take(others)], options, seed));
        }

        return null;
    }

    private static int CountOf(BohbOptions options, int all, int percent) =>
        Math.Max(options.MinPoints, (int)((long)all * percent / 100));

    private static int[] Ranked(IReadOnlyDictionary<int, double> rung, TrialHistory history) =>
    [
        .. rung.Where(entry => IsKnown(history, entry.Key))
            .OrderBy(entry => entry.Value).ThenBy(entry => entry.Key)
            .Select(entry => entry.Key),
    ];

    private static NormalReferenceDensity Density(
        KernelAxis[] axes, TrialHistory history, int[] numbers, BohbOptions options, ulong seed)
    {
        double[][] points =
            [.. numbers.Select(number => PlacesOf(axes, history.Trials[number]!))];
        return new NormalReferenceDensity(
            axes, DonorImputation.Fill(axes, numbers, points, seed), options);
    }

    internal void Draw(RandomStream chance, PointBatch batch, int index) =>
        good.Draw(chance, batch, index);

    /// <summary>The logarithm of l / g at every point.</summary>
    internal double[] LogRatios(PointBatch batch)
    {
        var ratios = new double[batch.Count];
        var below = new double[batch.Count];
        good.LogDensities(batch, ratios);
        others.LogDensities(batch, below);
        for (int j = 0; j < ratios.Length; j++)
            ratios[j] -= below[j];
        return ratios;
    }

    private static bool IsKnown(TrialHistory history, int number) =>
        number < history.Trials.Count
        && history.Trials[number] is { Status: not ObservationStatus.Ignored };

    private static double[] PlacesOf(KernelAxis[] axes, HistoryTrial trial) =>
    [
        .. axes.Select(axis => trial.Configuration.Contains(axis.Parameter.Name)
            ? axis.PlaceOf(trial.Point[axis.Index])
            : double.NaN),
    ];
}
