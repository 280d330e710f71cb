namespace ActorTune.Strategies.MultiObjective;

/// <summary>Chooses points by what they add to the dominated volume.</summary>
internal static class SubsetSelection
{
    internal static int[] Greedy(double[][] points, double[] reference, int count)
    {
        var bounds = new PriorityQueue<int, (double, int)>();
        var addedAt = new int[points.Length];
        for (int i = 0; i < points.Length; i++)
            bounds.Enqueue(i, (-Added(points[i], [], reference), i));
        var chosen = new List<int>();
        var taken = new List<double[]>();
        while (chosen.Count < count)
        {
            int next = bounds.Dequeue();
            if (addedAt[next] < chosen.Count)
            {
                addedAt[next] = chosen.Count;
                bounds.Enqueue(next, (-Added(points[next], taken, reference), next));
                continue;
            }

            chosen.Add(next);
            taken.Add(points[next]);
        }

        return [.. chosen];
    }

    private static double Added(double[] point, List<double[]> taken, double[] reference) =>
        Hypervolume.IsBelow(point, reference)
            ? DominatedVolume.Exclusive(point, taken, reference)
            : 0;
}
