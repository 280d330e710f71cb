using System.Text.Json;
using ActorTune.Bench.Quality.EarlyStopping;
using ActorTune.Bench.Quality.WhatIf;

namespace ActorTune.Bench.Quality.Commands;

/// <summary>What works on recorded learning curves.</summary>
internal static class CurveCommands
{
    private const string Totals = "250,500,1000";

    private static readonly int[] SlotCounts = [1, 8, 64];

    /// <summary>CURVES [SEEDS] [FIRST] [TOTALS] [SCHEDULER ..]: a table of schedulers.</summary>
    internal static void Table(Words words)
    {
        IReadOnlyList<string> rules = words.Count > 4 ? words.From(4) : RuleTable.All;
        new RuleTable(words.Numbers(3, Totals)).Print(
            CurveTask.Read(words[0]),
            [.. rules.Select(rule => (rule, Words.Options(rule)))],
            words.Number(2, 0),
            words.Number(1, 20));
    }

    /// <summary>CURVES [SEEDS] [FIRST]: the orders and durations for a peer's driver.</summary>
    internal static void Plan(Words words)
    {
        int count = CurveTask.Read(words[0])[0].Count;
        int first = words.Number(2, 0);
        for (int seed = first; seed < first + words.Number(1, 20); seed++)
        {
            var plan = CurvePlan.Of(count, (ulong)seed);
            Console.WriteLine(JsonSerializer.Serialize(
                new { seed, order = plan.Order, durations = plan.Durations }));
        }
    }

    /// <summary>
    /// CURVES SEEDS FIRST TOTALS [SAMPLER+]SCHEDULER ..: a line of regrets for every study.
    /// Without a sampler the configurations come in the order of the plan.
    /// </summary>
    internal static void Lines(Words words)
    {
        IReadOnlyList<CurveTask> tasks = CurveTask.Read(words[0]);
        int[] totals = words.Numbers(3, Totals);
        int first = words.Number(2, 0);
        foreach (string rule in words.From(4))
        {
            CurveStudies studies = Studies(rule, words[0]);
            for (int seed = first; seed < first + words.Number(1, 20); seed++)
            {
                foreach (int slots in SlotCounts)
                {
                    foreach (CurveTask task in tasks)
                    {
                        CurveStudy study = studies.Create(task, (ulong)seed);
                        double[] regrets = [.. study.Regrets(slots, totals)];
                        new RegretLine(rule, task.Name, seed, slots, totals, regrets)
                            .Write(Console.Out);
                    }
                }
            }

            Console.Error.WriteLine(rule);
        }
    }

    /// <summary>OURS.jsonl PEER.jsonl OUR-RULE==PEER-RULE ..: ratios with tests.</summary>
    internal static void Compare(Words words)
    {
        var comparison = new RegretComparison(
            [.. RegretLine.Read(words[0])], [.. RegretLine.Read(words[1])]);
        comparison.WriteHead(Console.Out);
        foreach (string pair in words.From(2))
        {
            // Options have an equals sign of their own, so that two part the rules.
            string[] rules = pair.Split("==");
            comparison.Write(Console.Out, rules[0], rules[1]);
        }
    }

    /// <summary>CURVES [CASES] [develop|report]: what-if against the truth.</summary>
    internal static int WhatIf(Words words) => new TruncationCheck(
        CurveTask.Read(words[0]), words.Text(2, "develop") == "report").Print(words.Number(1, 1000));

    private static CurveStudies Studies(string rule, string curves)
    {
        string[] parts = rule.Split('+');
        return parts.Length == 1
            ? new CurveStudies(Words.Options(rule), null, null)
            : new CurveStudies(
                Words.Options(parts[1]), Words.Options(parts[0]), CurveTable.Read(curves));
    }
}
