using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActorTune.Bench.Quality.Problems;
using ActorTune.Studies;

namespace ActorTune.Bench.Quality.Commands;

/// <summary>Runs a sampler on problems and prints a line of values for each seed.</summary>
internal static class SamplerCommand
{
    internal static void Perform(Words words)
    {
        StrategyOptions sampler = Words.Options(words[0]);
        int seeds = words.Number(2, 20);
        int trials = words.Number(3, 200);
        int first = words.Number(4, 0);
        int slots = words.Number(5, 1);
        foreach (TuningProblem problem in new Catalogue(words.From(6)).Chosen(words[1]))
            Run(problem, sampler, first, seeds, trials, slots);
    }

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
}
