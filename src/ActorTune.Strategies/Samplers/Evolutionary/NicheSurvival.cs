using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// NSGA-III: every trial belongs to the nearest reference line, and members of the emptiest niches
/// stay (Deb and Jain 2014, part I, section IV, algorithms 3 and 4).
/// </summary>
internal sealed class NicheSurvival(double[][] references, ulong seed) : ISurvival
{
    private static readonly StreamName Stream = new("nsga-niches");

    /// <inheritdoc/>
    public IEnumerable<HistoryTrial> Choose(
        IReadOnlyList<HistoryTrial> kept, List<HistoryTrial> front, int places, int generation)
    {
        // A failed trial has no objectives; feasible ones that stayed come before it.
        (int Niche, double Distance)[] near =
        [
            .. NicheNormalisation.Of(
                [.. kept.Concat(front).Select(ConstrainedFronts.Objectives)]).Select(Nearest),
        ];
        var members = new List<int>[references.Length];
        var counts = new int[references.Length];
        for (int i = 0; i < members.Length; i++)
            members[i] = [];
        for (int i = 0; i < near.Length; i++)
        {
            if (i < kept.Count)
                counts[near[i].Niche]++;
            else
                members[near[i].Niche].Add(i);
        }

        return Fill(near, counts, members, places, generation)
            .Select(member => front[member - kept.Count]);
    }

    /// <inheritdoc/>
    public double[] Preferences(List<HistoryTrial> front) => new double[front.Count];

    private List<int> Fill(
        (int Niche, double Distance)[] near,
        int[] counts,
        List<int>[] members,
        int places,
        int generation)
    {
        RandomStream chance = RandomStream.For(seed, Stream, generation, 0);
        var chosen = new List<int>();
        while (chosen.Count < places)
        {
            int niche = Emptiest(counts, members, chance);
            int member = Pick(members[niche], near, counts[niche]++, chance);
            members[niche].Remove(member);
            chosen.Add(member);
        }

        return chosen;
    }

    // The first into a niche is the one nearest to its line; after that any is as good.
    private static int Pick(
        List<int> members, (int Niche, double Distance)[] near, int count, RandomStream chance) =>
        count == 0
            ? members.MinBy(member => near[member].Distance)
            : members[chance.NextInt32(members.Count)];

    private static int Emptiest(int[] counts, List<int>[] members, RandomStream chance)
    {
        var emptiest = new List<int>();
        for (int i = 0; i < counts.Length; i++)
        {
            if (members[i].Count == 0)
                continue;
            if (emptiest.Count > 0 && counts[i] < counts[emptiest[0]])
                emptiest.Clear();
            if (emptiest.Count == 0 || counts[i] == counts[emptiest[0]])
                emptiest.Add(i);
        }

        return emptiest[chance.NextInt32(emptiest.Count)];
    }

    private (int Niche, double Distance) Nearest(double[] point)
    {
        int nearest = 0;
        double least = double.PositiveInfinity;
        for (int i = 0; i < references.Length; i++)
        {
            double distance = SquaredDistance(point, references[i]);
            if (distance < least)
                (nearest, least) = (i, distance);
        }

        return (nearest, least);
    }

    // From the line through the origin and the reference point.
    private static double SquaredDistance(double[] point, double[] reference)
    {
        double along = 0;
        double length = 0;
        for (int i = 0; i < point.Length; i++)
        {
            along += point[i] * reference[i];
            length += reference[i] * reference[i];
        }

        double distance = 0;
        for (int i = 0; i < point.Length; i++)
        {
            double away = point[i] - along / length * reference[i];
            distance += away * away;
        }

        return distance;
    }
}
