using System.Globalization;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>
/// The processor time of one suggestion and of observing its outcome, ten float parameters, one
/// trial after another: the same work as the peers' ask-and-tell driver.
/// </summary>
internal static class SuggestionCosts
{
    private const int Window = 100;
    private static readonly TimeSpan LeastTime = TimeSpan.FromSeconds(3);
    private static readonly int[] Marks = [100, 200, 1_000, 5_000, 10_000];

    internal static int Run(string name, int trials)
    {
        // The first studies let the runtime compile what the others are timed with: it goes on
        // in the background for longer than one study of a fast sampler takes.
        Repeat(() => Drive(Specification(name), trials, null));
        var means = new SortedDictionary<int, List<double>>();
        var lasts = new SortedDictionary<int, List<double>>();
        Repeat(() => Drive(Specification(name), trials, (n, mean, last) =>
        {
            Add(means, n, mean);
            Add(lasts, n, last);
        }));
        foreach (int n in means.Keys)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} at {n}: {Median(means[n]):F1} us a trial on average, "
                + $"{Median(lasts[n]):F1} us over the last {Window}; medians of "
                + $"{means[n].Count} studies"));
        return 0;
    }

    private static void Repeat(Action study)
    {
        TimeSpan start = Used();
        do
            study();
        while (Used() - start < LeastTime);
    }

    private static void Add(SortedDictionary<int, List<double>> found, int n, double value)
    {
        if (!found.TryGetValue(n, out List<double>? values))
            found.Add(n, values = []);
        values.Add(value);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Drive(
        StudySpecification specification, int trials, Action<int, double, double>? print)
    {
        ISampler sampler = StandardStrategies.Instance.CreateSampler(specification);
        TimeSpan start = Used(), before = start;
        for (int n = 1; n <= trials; n++)
        {
            Evaluate(sampler, new TrialNumber(n - 1));
            if (n % Window != 0)
                continue;
            TimeSpan now = Used();
            if (Marks.Contains(n))
                print?.Invoke(
                    n,
                    (now - start).TotalMicroseconds / n,
                    (now - before).TotalMicroseconds / Window);
            before = now;
        }
    }

    private static void Evaluate(ISampler sampler, TrialNumber trial)
    {
        var one = new Resource(1);
        var suggested = (Suggestion.Suggested)sampler.Suggest(
            new SuggestionRequest(trial, default, one));
        double value = suggested.Configuration.Values.Sum(
            x => (x.AsDouble() - 1) * (x.AsDouble() - 1));
        sampler.Observe(new TrialChange(
            TrialChangeKind.Started, trial, default, one, 0, false, suggested.Configuration));
        sampler.Observe(new TrialChange(
            TrialChangeKind.Measured, trial, default, one, value, true, null));
        sampler.Observe(new TrialChange(
            TrialChangeKind.Completed, trial, default, one, value, false, null));
    }

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
