using ActorTune.Analysis.Statistics;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// Lays the regrets of a rule beside those of a peer's on the same tasks and seeds: the geometric
/// means over tasks and seeds, their ratio with the 95 % bootstrap interval over the pairs, the
/// signed-rank test, the number of tasks on which ours has less regret, and each task's ratio.
/// </summary>
internal sealed class RegretComparison(
    IReadOnlyList<RegretLine> ours, IReadOnlyList<RegretLine> theirs)
{
    private const double Floor = 1e-4;

    internal void WriteHead(TextWriter output)
    {
        string[] heads =
            ["ours", "peer", "slots", "steps", "ours", "peer", "ratio (95 %)", "p", "tasks"];
        output.WriteLine($"| {string.Join(" | ", heads)} |");
        output.WriteLine($"| {string.Join(" | ", heads.Select(_ => "---"))} |");
    }

    internal void Write(TextWriter output, string rule, string peer)
    {
        ILookup<int, (RegretLine Ours, RegretLine Theirs)> bySlots = Pairs(rule, peer)
            .ToLookup(pair => pair.Ours.Slots);
        foreach (IGrouping<int, (RegretLine Ours, RegretLine Theirs)> pairs in bySlots)
        {
            int[] totals = pairs.First().Ours.Totals;
            for (int at = 0; at < totals.Length; at++)
                output.WriteLine($"| {rule.Replace(',', ' ')} | {peer.Replace(',', ' ')} | "
                    + $"{pairs.Key} | {totals[at]} | {Row([.. pairs], at)} |");
        }
    }

    private IEnumerable<(RegretLine Ours, RegretLine Theirs)> Pairs(string rule, string peer)
    {
        Dictionary<(string, int, int), RegretLine> other = theirs
            .Where(line => line.Rule == peer)
            .ToDictionary(line => (line.Task, line.Seed, line.Slots));
        foreach (RegretLine line in ours.Where(line => line.Rule == rule))
        {
            if (!other.TryGetValue((line.Task, line.Seed, line.Slots), out RegretLine? match))
                throw new ArgumentException($"{peer} lacks {line.Task}, {line.Seed}, {line.Slots}");
            if (!match.Totals.SequenceEqual(line.Totals))
                throw new ArgumentException($"{rule} and {peer} have other totals");
            yield return (line, match);
        }
    }

    private static string Row((RegretLine Ours, RegretLine Theirs)[] pairs, int at)
    {
        double[] mine = [.. pairs.Select(pair => Log(pair.Ours, at))];
        double[] other = [.. pairs.Select(pair => Log(pair.Theirs, at))];
        double[] differences = [.. mine.Zip(other, (one, two) => one - two)];
        Interval ratio = Bootstrap.OfMean(differences, 1);
        WilcoxonTest test = WilcoxonTest.Of(mine, other);
        double[] tasks = [.. pairs.Zip(differences)
            .GroupBy(item => item.First.Ours.Task, item => item.Second)
            .Select(task => Math.Exp(task.Average()))];
        return $"{Mean(mine)} | {Mean(other)} | {Number(Math.Exp(ratio.Estimate))} "
            + $"({Number(Math.Exp(ratio.Low))} to {Number(Math.Exp(ratio.High))}) | "
            + $"{test.PValue:G2} | "
            + $"{tasks.Count(one => one < 1)} of {tasks.Length}: "
            + string.Join(" ", tasks.Select(one => one.ToString("0.00")));
    }

    private static double Log(RegretLine line, int at) =>
        Math.Log(Math.Max(line.Regrets[at], Floor));

    private static string Mean(double[] logs) => Number(Math.Exp(logs.Average()));

    private static string Number(double number) =>
        number.ToString("0.000");
}
