using ActorTune.Bench.Quality.Problems;
using ActorTune.Objectives;
using ActorTune.Randomness;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality;

/// <summary>
/// Runs a sampler on a problem with a number of slots in virtual time: a trial takes a time drawn
/// log-normally (deviation 0.5) from its number and the seed, so that results arrive out of order.
/// The sampler is told what an engine tells it of trials that run to their own end.
/// </summary>
internal static class SamplerRun
{
    private static readonly StreamName Duration = new("duration");

    /// <summary>The true values of the trials in the order of their completion.</summary>
    internal static double[] Values(
        TuningProblem problem, StrategyOptions options, ulong seed, int trials, int slots)
    {
        ISampler sampler = StandardStrategies.Instance.CreateSampler(
            Specification(problem, options, seed));
        var running = new PriorityQueue<(int Trial, Configuration Configuration), (double, int)>();
        var values = new List<double>();
        double now = 0;
        int next = 0;
        while (values.Count < trials)
        {
            while (next < trials && running.Count < slots
                && Start(sampler, next) is { } configuration)
            {
                running.Enqueue(
                    (next, configuration), (now + Time(seed, next, slots), next));
                next++;
            }

            if (!running.TryDequeue(out (int Trial, Configuration Configuration) ended, out var at))
                throw new InvalidOperationException($"{options} waits with nothing running");
            now = at.Item1;
            double value = problem.Evaluate(ended.Configuration, TrialSeed(seed, ended.Trial));
            values.Add(problem.TrueValue(ended.Configuration, value));
            Tell(sampler, TrialChangeKind.Measured, ended.Trial, value);
            Tell(sampler, TrialChangeKind.Completed, ended.Trial, value);
        }

        return [.. values];
    }

    internal static StudySpecification Specification(
        TuningProblem problem, StrategyOptions sampler, ulong seed) => new()
        {
            Study = new StudyId("quality"),
            Seed = seed,
            Objectives = [new Objective("value", Direction.Minimize)],
            SearchSpace = problem.Space,
            Sampler = sampler,
            Scheduler = new StrategyOptions("run-to-completion"),
            Program = new ProgramSpecification { Function = "none" },
            Stop = new StopConditions { Trials = int.MaxValue },
        };

    private static double Time(ulong seed, int trial, int slots) => slots == 1
        ? 1
        : Math.Exp(0.5 * RandomStream.For(seed, Duration, trial, 0).NextNormal());

    private static ulong TrialSeed(ulong seed, int trial) =>
        RandomStream.DeriveSeed(seed, StreamName.TrialSeed, trial, 0);

    private static Configuration? Start(ISampler sampler, int trial)
    {
        var request = new SuggestionRequest(new TrialNumber(trial), default, null);
        if (sampler.Suggest(request) is not Suggestion.Suggested suggested)
            return null;
        sampler.Observe(new TrialChange(
            TrialChangeKind.Started,
            request.Trial,
            default,
            Resource.Zero,
            0,
            false,
            suggested.Configuration));
        return suggested.Configuration;
    }

    private static void Tell(ISampler sampler, TrialChangeKind kind, int trial, double value) =>
        sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            false,
            null));
}
