using ActorTune.Bench.Quality.Comparing;
using ActorTune.Bench.Quality.Problems;

namespace ActorTune.Bench.Quality.Commands;

/// <summary>
/// TRIALS TABLES VALUES.jsonl ..: the mean rank of each sampler over problems and seeds, by group
/// of problems. Of equal ones each gets the mean of their ranks.
/// </summary>
internal static class RankTable
{
    private static readonly (string Name, int Last)[] BbobGroups =
    [
        ("separable", 5), ("moderate", 9), ("ill-conditioned", 14), ("multimodal", 19),
        ("weak structure", 24),
    ];

    internal static int Perform(Words words)
    {
        int trials = words.Number(0, 200);
        var catalogue = new Catalogue(words[1] == "none" ? [] : words[1].Split(','));
        ValueLine[] lines = [.. words.From(2).SelectMany(ValueLine.Read)];
        string[] peers = [.. lines.Select(line => line.Peer).Distinct()];
        var problems = lines.Select(line => line.Function).Distinct()
            .ToDictionary(name => name, catalogue.Find);
        Console.WriteLine($"| problems | {string.Join(" | ", peers)} | problem-seeds |");
        Console.WriteLine($"| --- | {string.Join(" | ", peers.Select(_ => "---"))} | --- |");
        var all = lines
            .Where(line => line.Values.Length >= trials)
            .GroupBy(line => (line.Function, line.Seed, line.Slots))
            .Where(lines => lines.Count() == peers.Length)
            .Select(lines => (
                Group: Group(lines.Key.Function),
                Ranks: Ranks(lines, peers, line => Endpoint.Of(
                    problems[line.Function], line.Values, trials))))
            .ToList();
        if (all.Count == 0)
        {
            Console.Error.WriteLine(
                "No problem and seed has exactly one line of every sampler in these files.");
            return 2;
        }

        foreach (var group in all.GroupBy(row => row.Group))
            Write(group.Key, [.. group.Select(row => row.Ranks)]);
        Write("all", [.. all.Select(row => row.Ranks)]);
        return 0;
    }

    private static void Write(string name, double[][] ranks)
    {
        IEnumerable<string> means = Enumerable.Range(0, ranks[0].Length)
            .Select(at => $"{ranks.Average(row => row[at]):F2}");
        Console.WriteLine($"| {name} | {string.Join(" | ", means)} | {ranks.Length} |");
    }

    private static double[] Ranks(
        IEnumerable<ValueLine> lines, string[] peers, Func<ValueLine, double> endpoint)
    {
        Dictionary<string, double> ends = lines.ToDictionary(line => line.Peer, endpoint);
        double[] values = [.. peers.Select(peer => ends[peer])];
        return [.. values.Select(own =>
            values.Count(other => other < own) + (values.Count(own.Equals) + 1) / 2.0)];
    }

    private static string Group(string problem)
    {
        if (!problem.StartsWith("bbob-f", StringComparison.Ordinal))
            return problem.Split('-')[0];
        int function = int.Parse(problem["bbob-f".Length..].Split('-')[0]);
        return BbobGroups.First(group => function <= group.Last).Name;
    }
}
