using System.Diagnostics;
using ActorTune.Simulation;
using ActorTune.Studies;

namespace ActorTune.Bench.Speed;

/// <summary>Pure simulation: the whole engine under a scheduler, only the training is made up.
/// </summary>
internal static class SimulationCosts
{
    internal static int Run(int trials, int slots, string scheduler)
    {
        Simulate(Math.Max(1_000, trials / 100), slots, scheduler);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        TimeSpan used = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        SimulationResult result = Simulate(trials, slots, scheduler);
        watch.Stop();
        used = Environment.CpuUsage.TotalTime - used;
        long after = GC.GetTotalMemory(forceFullCollection: true);
        long measurements = result.State.MeasurementCount;
        Console.WriteLine(FormattableString.Invariant(
            $"{result.State.Trials.Count} trials on {slots} slots under {scheduler}: {watch.Elapsed.TotalSeconds:F1} s wall, {used.TotalSeconds:F1} s processor time,"));
        Console.WriteLine(FormattableString.Invariant(
            $"{measurements} measurements, {(after - before) / (double)measurements:F0} bytes kept for each, {(after - before) / (double)trials:F0} for a trial"));
        GC.KeepAlive(result);
        return 0;
    }

    private static SimulationResult Simulate(int trials, int slots, string scheduler) =>
        StudySimulation.Run(
            Studies.Of(scheduler, trials),
            new CurveProgram((trial, resource) =>
                Studies.Curve(trial.Configuration["x"].AsDouble(), resource)),
            new SimulationOptions { Slots = slots, KeepEvents = false });
}
