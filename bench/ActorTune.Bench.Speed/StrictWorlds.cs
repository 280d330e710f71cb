using System.Diagnostics;
using ActorTune.Simulation;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.TestKit.Strict;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>Strict studies among random machines: is every decision the same?</summary>
internal static class StrictWorlds
{
    private static readonly (string Name, string Scheduler, string? Option)[] Schedulers =
    [
        ("asha-stopping", "asha", "stopping"),
        ("asha-promotion", "asha", "promotion"),
        .. StandardStrategies.SchedulerNames
            .Where(name => name is not ("asha" or "cost-asha"))
            .Select(name => (name, name, (string?)null)),
    ];

    /// <summary>Runs every scheduler under two samplers, with and without checkpoints.</summary>
    /// <param name="count">How many worlds each meets.</param>
    /// <param name="only">The one scheduler to run; null: all.</param>
    internal static int Run(int count, string? only)
    {
        int failures = 0;
        foreach ((string name, string scheduler, string? option) in Schedulers)
        {
            if (only is not null && only != name)
                continue;
            foreach (string sampler in new[] { "random", "tpe" })
            {
                StudySpecification study = Study(scheduler, option, sampler);
                failures += Run(name, study, count);
                failures += Run(
                    name + ", no checkpoints",
                    study with { Program = study.Program with { Resumes = false } },
                    count);
            }
        }

        return failures == 0 ? 0 : 1;
    }

    private static int Run(string name, StudySpecification study, int count)
    {
        var spec = new StrictSpec
        {
            Specification = study,
            Program = new MixedProgram(),
        };
        var watch = Stopwatch.StartNew();
        try
        {
            StrictSpecReport report = spec.Run(1, count);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"{name} {study.Sampler.Name}: {report.RunCount} worlds, hash {report.Hash}; ")
                + FormattableString.Invariant(
                    $"{report.CrashCount} crashes, {report.DisturbedCount} disturbed attempts, ")
                + FormattableString.Invariant(
                    $"{report.YieldedCount} gave way, {report.RepeatedCount} measured twice, ")
                + FormattableString.Invariant(
                    $"{report.DifferenceCount} differently; {watch.Elapsed.TotalSeconds:F1} s"));
            return 0;
        }
        catch (TestKit.SpecException broken)
        {
            Console.WriteLine($"{name} {study.Sampler.Name}: {broken.Message}");
            return 1;
        }
    }

    private static StudySpecification Study(string scheduler, string? type, string sampler)
    {
        StudySpecification study = Studies.Of(scheduler, 24, max: 27);
        var options = new StrategyOptions(scheduler);
        if (type is not null)
            options = options.With("type", ParameterValue.Of(type));
        if (scheduler == "pbt")
            options = options.With("population", ParameterValue.Of(8L))
                .With("interval", ParameterValue.Of(6L));
        if (scheduler == "pb2")
            options = options.With("population", ParameterValue.Of(6L))
                .With("interval", ParameterValue.Of(6L));
        if (scheduler == "threshold")
            options = options.With("upper", ParameterValue.Of(1.2));
        var sampling = new StrategyOptions(sampler);
        if (sampler == "tpe")
            sampling = sampling.With("startup-trials", ParameterValue.Of(5L));
        return study with
        {
            Scheduler = options,
            Sampler = sampling,
            Stop = scheduler is "pbt" or "pb2" ? new StopConditions { Trials = 40 } : study.Stop,
            Program = study.Program with
            {
                Resumes = true,
                SilenceLimit = TimeSpan.FromMinutes(1),
            },
            Strict = new StrictMode(8, CheckEvery: 10),
        };
    }

    /// <summary>Some report every unit, some every second one; some fail and some diverge.</summary>
    private sealed class MixedProgram : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double x = trial.Configuration["x"].AsDouble();
            long next = spent.Units + (x > 0.5 && spent.Units >= 3 ? 2 : 1);
            if (x > 0.95 && next > 4)
                return SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Error);
            double value = x is > 0.9 and < 0.95 && next > 7
                ? double.NaN
                : Studies.Curve(x, next);
            return next > 27
                ? SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Returned)
                : SimulatedStep.Report(TimeSpan.FromSeconds(1), next, value);
        }
    }
}
