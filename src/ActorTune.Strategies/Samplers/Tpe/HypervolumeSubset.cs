using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The greedy choice of trials that together dominate most: each time the one that adds most to
/// the hypervolume, within 1 - 1/e of the best choice (Guerreiro et al., Evol. Comput. 24, 2016).
/// </summary>
internal static class HypervolumeSubset
{
    internal static IEnumerable<HistoryTrial> Select(IReadOnlyList<HistoryTrial> front, int count)
    {
        double[] reference = ReferenceOf(front);
        var gains = new double[front.Count];
        Array.Fill(gains, double.PositiveInfinity);
        var isTaken = new bool[front.Count];
        var taken = new List<double[]>();
        while (taken.Count < count)
        {
            // What a trial adds only shrinks with the choice, so an old figure bounds the new one.
            var isFresh = new bool[front.Count];
            int next = Largest(gains, isTaken);
            while (!isFresh[next])
            {
                gains[next] = Hypervolume.Added(front[next].Losses!, taken, reference);
                isFresh[next] = true;
                next = Largest(gains, isTaken);
            }

            isTaken[next] = true;
            taken.Add(front[next].Losses!);
            yield return front[next];
        }
    }

    // A tenth beyond the worst loss of each objective, upwards also below zero, as in Optuna.
    private static double[] ReferenceOf(IReadOnlyList<HistoryTrial> front)
    {
        double[] reference = [.. front[0].Losses!];
        foreach (HistoryTrial trial in front)
        {
            for (int i = 0; i < reference.Length; i++)
                reference[i] = Math.Max(reference[i], trial.Losses![i]);
        }

        for (int i = 0; i < reference.Length; i++)
        {
            double beyond = Math.Max(1.1 * reference[i], 0.9 * reference[i]);
            reference[i] = beyond == 0 ? 1e-12 : beyond;
        }

        return reference;
    }

    private static int Largest(double[] gains, bool[] isTaken)
    {
        int best = -1;
        for (int i = 0; i < gains.Length; i++)
        {
            if (!isTaken[i] && (best < 0 || gains[i] > gains[best]))
                best = i;
        }

        return best;
    }
}
