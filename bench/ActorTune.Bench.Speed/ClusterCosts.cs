using System.Diagnostics;
using System.Globalization;
using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.TestKit.Cluster;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>The simulated cluster: actors, workers, journal and network on one thread.</summary>
internal static class ClusterCosts
{
    private const int SlotsPerWorker = 8;

    /// <summary>A whole study without faults.</summary>
    internal static int Run(int trials, int slots)
    {
        var journal = new InMemoryStudyJournal();
        var watch = Stopwatch.StartNew();
        SimulatedCluster cluster = SimulatedCluster.Start(
            journal,
            Studies.Of("asha", trials),
            new ScriptedProgramRunner((launch, resource) =>
                Studies.Curve(launch.Configuration["x"].AsDouble(), resource)),
            new SimulatedClusterOptions
            {
                Workers = Math.Max(1, slots / SlotsPerWorker),
                SlotsPerWorker = Math.Min(slots, SlotsPerWorker),
            });
        bool isDone = cluster.Run();
        Console.WriteLine(FormattableString.Invariant(
            $"{trials} trials on {slots} slots: done {isDone}, {cluster.Host.StepCount} steps in {watch.Elapsed.TotalSeconds:F1} s"));
        return isDone ? 0 : 1;
    }

    /// <summary>Seeds with faults; stops at the first that breaks a rule.</summary>
    internal static int Sweep(string scheduler, ulong first, int count)
    {
        // "strict-asha" is asha in strict order.
        string[] words = scheduler.Split('-', 2);
        bool isStrict = words is ["strict", _];
        StudySpecification study = Studies.Of(isStrict ? words[1] : scheduler, 9, max: 9);
        var sweep = new ClusterSpec
        {
            Specification = study with
            {
                Program = study.Program with { SilenceLimit = TimeSpan.FromSeconds(60) },
                Failures = new FailurePolicy
                {
                    AbortWhenFirstAllFail = 0,
                    LostWorkerRetries = isStrict ? 1000 : 3,
                    HangRetries = isStrict ? 1000 : 1,
                },
                Strict = isStrict ? new StrictMode(4, CheckEvery: 3) : null,
            },
            Curve = (launch, resource) =>
                Studies.Curve(launch.Configuration["x"].AsDouble(), resource),
            // In a strict study a program's end has to follow from its trial alone.
            Length = launch => isStrict && launch.Seed % 3 == 0
                ? 1 + (long)(launch.Seed / 3 % 9)
                : null,
            Command = seed => string.Create(
                CultureInfo.InvariantCulture,
                $"dotnet run --project bench/ActorTune.Bench.Speed -c Release -- faults {scheduler} {seed} 1"),
        };
        var watch = Stopwatch.StartNew();
        try
        {
            sweep.Run(first, count);
        }
        catch (TestKit.SpecException broken)
        {
            Console.WriteLine(broken.Message);
            return 1;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{count} seeds from {first} on under {scheduler}: no rule broken, {watch.Elapsed.TotalSeconds:F1} s"));
        return 0;
    }
}
