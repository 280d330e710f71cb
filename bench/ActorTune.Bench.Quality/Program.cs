using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorTune.Bench.Quality.Comparing;
using ActorTune.Bench.Quality.EarlyStopping;
using ActorTune.Bench.Quality.Problems;
using ActorTune.Bench.Quality.WhatIf;
using ActorTune.Spaces;
using ActorTune.Studies;

namespace ActorTune.Bench.Quality;

internal static class Program
{
    private const string Usage = """
        usage: quality run SAMPLER[,OPTION=VALUE..] PROBLEM SEEDS TRIALS [FIRST-SEED] [SLOTS]
          one JSON line for each seed with the values in the order of completion, as the drivers
          of the peers print them; PROBLEM is a name or 'all'
               quality compare OURS.jsonl PEER.jsonl TRIALS
          the chance that ours is better for each problem, mean rank and tests; bars: the lower
          bound of the chance is at least 0.40, or both end within 1e-3 of the minimum
               quality stopping CURVES [SEEDS] [FIRST-SEED] [STEPS,STEPS..]
            [SCHEDULER[,OPTION=VALUE..] ..]
          a table of trial schedulers on recorded learning curves CURVES.json and CURVES.f32.gz
               quality whatif CURVES [CASES] [develop|report]
          bounds and estimates on curves that were cut at random, against the truth
        """;

    private static int Main(string[] arguments)
    {
        if (arguments is ["compare", var ours, var theirs, var most])
        {
            ComparisonReport.Write(
                Console.Out, ours, theirs, int.Parse(most, CultureInfo.InvariantCulture), 1e-3);
            return 0;
        }

        if (arguments is ["stopping", string curves, ..])
        {
            string[] rules = arguments.Length > 5 ? arguments[5..] : RuleTable.All;
            string totals = arguments.Length > 4 ? arguments[4] : "250,500,1000";
            var table = new RuleTable([.. totals.Split(',').Select(int.Parse)]);
            table.Print(
                CurveTask.Read(curves),
                [.. rules.Select(rule => (rule, Options(rule)))],
                Number(arguments, 3, 0),
                Number(arguments, 2, 20));
            return 0;
        }

        if (arguments is ["whatif", string recorded, ..])
        {
            bool isReport = arguments is [.., "report"];
            return new TruncationCheck(CurveTask.Read(recorded), isReport)
                .Print(Number(arguments, 2, 1000));
        }

        if (arguments.Length < 5 || arguments[0] != "run")
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        StrategyOptions sampler = Options(arguments[1]);
        int seeds = Number(arguments, 3, 20);
        int trials = Number(arguments, 4, 200);
        int first = Number(arguments, 5, 0);
        int slots = Number(arguments, 6, 1);
        foreach (TuningProblem problem in Chosen(arguments[2]))
            Run(problem, sampler, first, seeds, trials, slots);
        return 0;
    }

    private static IEnumerable<TuningProblem> Chosen(string name) =>
        name == "all" ? Catalogue.All : [Catalogue.Find(name)];

    private static void Run(
        TuningProblem problem, StrategyOptions sampler, int first, int seeds, int trials, int slots)
    {
        var bests = new List<(double, double, double)>();
        double cpu = 0;
        for (int seed = first; seed < first + seeds; seed++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            double[] values = SamplerRun.Values(problem, sampler, (ulong)seed, trials, slots);
            cpu += (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
            bests.Add((values.Take(50).Min(), values.Take(100).Min(), values.Min()));
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "quality",
                peer = "actortune-" + sampler,
                fn = problem.Name,
                seed,
                slots,
                values,
            }));
        }

        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.Name,-16} {sampler} slots {slots}: best at 50 {Median(bests, b => b.Item1)}"
            + $" at 100 {Median(bests, b => b.Item2)} at {trials} {Median(bests, b => b.Item3)}"
            + $"; {cpu / seeds / trials:F3} ms CPU a trial"));
    }

    private static string Median<T>(List<T> runs, Func<T, double> best)
    {
        double[] sorted = [.. runs.Select(best).Order()];
        double middle = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return middle.ToString("G4", CultureInfo.InvariantCulture);
    }

    private static int Number(string[] arguments, int index, int fallback) =>
        index < arguments.Length
            ? int.Parse(arguments[index], CultureInfo.InvariantCulture)
            : fallback;

    private static StrategyOptions Options(string text)
    {
        string[] words = text.Split(',');
        var options = new StrategyOptions(words[0]);
        foreach (string[] pair in words.Skip(1).Select(word => word.Split('=')))
            options = options.With(pair[0], Value(pair[1]));
        return options;
    }

    private static ParameterValue Value(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long whole))
            return ParameterValue.Of(whole);
        if (double.TryParse(text, CultureInfo.InvariantCulture, out double number))
            return ParameterValue.Of(number);
        return bool.TryParse(text, out bool flag)
            ? ParameterValue.Of(flag)
            : ParameterValue.Of(text);
    }
}
