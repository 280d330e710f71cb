using System.Globalization;
using ActorTune.Studies;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// Compares trial schedulers at equal resource: geometric means of the regret over tasks and
/// seeds, and each rule's ratio to the first one over the same tasks and seeds.
/// </summary>
/// <param name="totals">After how many steps in all the regret is taken, rising.</param>
internal sealed class RuleTable(int[] totals)
{
    private const double Floor = 1e-4;

    private static readonly int[] SlotCounts = [1, 8, 64];

    /// <summary>The rules that are compared when none are named.</summary>
    internal static readonly string[] All =
    [
        "asha,type=stopping,rule=quantile",
        "asha,type=stopping,rule=quantile-of-earlier",
        "asha,type=stopping,rule=share-better",
        "asha,type=stopping,rule=top-k",
        "asha",
        "asha,reduction-factor=4",
        "cost-asha",
        "pasha",
        "hyperband",
        "hyperband,mode=synchronous",
        "successive-halving",
        "median",
        "percentile",
        "patient",
        "patient,wrapped=none",
        "extrapolation",
        "run-to-completion",
    ];

    internal void Print(
        IReadOnlyList<CurveTask> tasks,
        IReadOnlyList<(string Name, StrategyOptions Options)> rules,
        int first,
        int seeds)
    {
        var logs = new Dictionary<(string Rule, int Slots), double[][]>();
        foreach ((string name, StrategyOptions options) in rules)
        {
            foreach (int slots in SlotCounts)
                logs[(name, slots)] = [.. Logs(tasks, options, slots, first, seeds)];
            Console.Error.WriteLine(name);
        }

        string head = string.Join(" | ", totals);
        string rule = string.Join(" | ", totals.Select(_ => "---"));
        Console.WriteLine($"| slots | rule | {head} | all | ratio to the first |");
        Console.WriteLine($"| --- | --- | {rule} | --- | --- |");
        foreach (int slots in SlotCounts)
        {
            double[][] reference = logs[(rules[0].Name, slots)];
            foreach ((string name, _) in rules)
                Console.WriteLine(Row(slots, name, logs[(name, slots)], reference));
        }
    }

    // One array of logarithms of regrets, by total, for every task and seed.
    private IEnumerable<double[]> Logs(
        IReadOnlyList<CurveTask> tasks, StrategyOptions options, int slots, int first, int seeds)
    {
        var studies = new CurveStudies(options, null, null);
        foreach (CurveTask task in tasks)
        {
            for (int seed = first; seed < first + seeds; seed++)
                yield return
                [
                    .. studies.Create(task, (ulong)seed).Regrets(slots, totals)
                        .Select(regret => Math.Log(Math.Max(regret, Floor))),
                ];
        }
    }

    private string Row(int slots, string name, double[][] own, double[][] reference)
    {
        double[] differences =
            [.. own.Zip(reference, (one, other) => one.Average() - other.Average())];
        double mean = differences.Average();
        double error = Math.Sqrt(
            differences.Sum(d => (d - mean) * (d - mean))
                / differences.Length / (differences.Length - 1));
        string cells = string.Join(" | ", Enumerable.Range(0, totals.Length)
            .Select(at => Number(Math.Exp(own.Average(logs => logs[at])))));
        string all = Number(Math.Exp(own.Average(logs => logs.Average())));
        string range = error > 0
            ? $"{Number(Math.Exp(mean))} ({Number(Math.Exp(mean - 2 * error))} to "
                + $"{Number(Math.Exp(mean + 2 * error))})"
            : "1";
        return $"| {slots} | {name.Replace(',', ' ')} | {cells} | {all} | {range} |";
    }

    private static string Number(double number) =>
        number.ToString("0.000", CultureInfo.InvariantCulture);
}
