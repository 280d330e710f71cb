using System.Globalization;
using ActorTune.AskTell;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>
/// The processor time of one ask and tell, ten float parameters, one trial after another: the same
/// work as the peers' ask-and-tell driver.
/// </summary>
internal static class SuggestionCosts
{
    private const int Window = 100;
    private static readonly int[] Marks = [100, 200, 1_000, 5_000, 10_000];

    internal static int Run(string sampler, int trials)
    {
        Warm(sampler);
        var study = new AskTellStudy(Specification(sampler));
        TimeSpan start = Used(), before = start;
        for (int n = 1; n <= trials; n++)
        {
            var train = (NextTrial.Train)study.Ask();
            double value = train.Configuration.Values.Sum(
                one => (one.AsDouble() - 1) * (one.AsDouble() - 1));
            study.Tell(train.Attempt.Trial, new MetricSet("value", value));
            if (n % Window != 0)
                continue;
            TimeSpan now = Used();
            if (Marks.Contains(n))
                Print(sampler, n, now - start, now - before);
            before = now;
        }

        return 0;
    }

    private static void Warm(string sampler)
    {
        var study = new AskTellStudy(Specification(sampler));
        for (int n = 0; n < 60; n++)
            study.Tell(
                ((NextTrial.Train)study.Ask()).Attempt.Trial, new MetricSet("value", n % 7));
    }

    private static void Print(string sampler, int n, TimeSpan total, TimeSpan last) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sampler} at {n}: {total.TotalMicroseconds / n:F1} us a trial on average, "
            + $"{last.TotalMicroseconds / Window:F1} us over the last {Window}"));

    private static TimeSpan Used() => Environment.CpuUsage.TotalTime;

    private static StudySpecification Specification(string sampler) => new()
    {
        Study = new StudyId("speed"),
        Seed = 0,
        Objectives = [new Objective("value", Direction.Minimize)],
        SearchSpace = new SearchSpace(
            [.. Enumerable.Range(0, 10).Select(i => new FloatParameter($"x{i}", -5, 5))]),
        Sampler = new StrategyOptions(sampler),
        Scheduler = new StrategyOptions("run-to-completion"),
        Program = new ProgramSpecification { Function = "none" },
        Stop = new StopConditions { Trials = int.MaxValue },
    };
}
