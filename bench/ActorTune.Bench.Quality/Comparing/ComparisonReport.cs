using System.Globalization;
using ActorTune.Analysis.Statistics;
using ActorTune.Bench.Quality.Problems;

namespace ActorTune.Bench.Quality.Comparing;

/// <summary>
/// Lays our values beside a peer's on the same problems and seeds and prints, for each problem,
/// the chance that ours is better, and over all of them the mean rank and the tests.
/// </summary>
internal static class ComparisonReport
{
    internal static void Write(
        TextWriter output,
        Catalogue catalogue,
        string ours,
        string theirs,
        int trials,
        double nearEnough)
    {
        ILookup<(string, int), ValueLine> mine = Group(ours);
        ILookup<(string, int), ValueLine> other = Group(theirs);
        List<Row> rows = [.. mine
            .Where(group => other.Contains(group.Key))
            .Select(group => Compare(
                catalogue.Find(group.Key.Item1),
                [.. group],
                [.. other[group.Key]],
                trials,
                nearEnough))];
        IReadOnlyList<double> p = HolmCorrection.Of([.. rows.Select(row => row.P)]);
        output.WriteLine("problem           slots  ours final   peer final  "
            + "P(better) lower  near    p (Holm)  verdict");
        for (int i = 0; i < rows.Count; i++)
            output.WriteLine(rows[i].Text(p[i]));
        WriteRanks(output, rows);
    }

    private static void WriteRanks(TextWriter output, List<Row> rows)
    {
        // Of two, ranks 1 and 2: their difference for each problem and seed.
        double[] differences = [.. rows.SelectMany(row => row.Differences)];
        if (differences.Length == 0)
        {
            output.WriteLine("no problem and seed in common: no ranks");
            return;
        }

        Interval ranks = Bootstrap.OfMean([.. differences.Select(d => (double)Math.Sign(d))], 1);
        var test = WilcoxonTest.Of(differences, new double[differences.Length]);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mean rank ours minus peer {ranks.Estimate:F3}, 95 % [{ranks.Low:F3}, "
            + $"{ranks.High:F3}] over {differences.Length} problem-seeds; Wilcoxon "
            + $"signed-rank p {test.PValue:G3}"));
    }

    private static Row Compare(
        TuningProblem problem,
        ValueLine[] ours,
        ValueLine[] theirs,
        int trials,
        double nearEnough)
    {
        double[] mine = [.. ours.Select(line => Endpoint.Of(problem, line.Values, trials))];
        double[] other = [.. theirs.Select(line => Endpoint.Of(problem, line.Values, trials))];
        double[] ourFinal = [.. ours.Select(
            line => Endpoint.FinalRegret(problem, line.Values, trials))];
        double[] peerFinal = [.. theirs.Select(
            line => Endpoint.FinalRegret(problem, line.Values, trials))];
        Dictionary<int, double> bySeed = theirs.Zip(other).ToDictionary(
            pair => pair.First.Seed, pair => pair.Second);
        // In how many pairs the peer's is the larger.
        var test = MannWhitneyTest.Of(other, mine);
        return new Row(
            problem.Name,
            ours[0].Slots,
            Median(ourFinal),
            Median(peerFinal),
            test.Superiority,
            SuperiorityBound.Of(mine, other),
            test.PValue,
            [.. ours.Zip(mine)
                .Where(pair => bySeed.ContainsKey(pair.First.Seed))
                .Select(pair => pair.Second - bySeed[pair.First.Seed])],
            Median(peerFinal) < nearEnough && Median(ourFinal) < nearEnough);
    }

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static ILookup<(string, int), ValueLine> Group(string path) =>
        ValueLine.Read(path).ToLookup(line => (line.Function, line.Slots));

    private sealed record Row(
        string Function,
        int Slots,
        double Ours,
        double Theirs,
        double Better,
        double Lower,
        double P,
        double[] Differences,
        bool IsNear)
    {
        internal string Text(double holm) => string.Create(
            CultureInfo.InvariantCulture,
            $"{Function,-17} {Slots,5} {Ours,11:G4} {Theirs,12:G4} {Better,10:F3} {Lower,6:F3} "
            + $"{(IsNear ? "both" : ""),5} {holm,10:G3}  "
            + $"{(Lower >= 0.40 ? "met" : IsNear ? "within 1e-3" : "MISSED")}");
    }
}
