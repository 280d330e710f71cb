using System.Diagnostics;
using ActorTune.Hosting;
using ActorTune.Programs;
using ActorTune.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTune.Bench.Speed;

/// <summary>
/// The engine's own processor time in a study whose in-process epochs take 10 ms: the programs
/// wait instead of computing, so that all processor time used is the engine's.
/// </summary>
internal static class EngineShare
{
    private const int Slots = 2;
    private const int WarmUpTrials = 60;

    internal static async Task<int> RunAsync(string scheduler, bool inMemory)
    {
        string folder = Directory.CreateTempSubdirectory("actortune-bench").FullName;
        await using ServiceProvider services = new ServiceCollection()
            .AddActorTune(tune =>
            {
                tune.UseSlots(Slots);
                if (!inMemory)
                    tune.UseSqlite(Path.Combine(folder, "share.db"));
                tune.AddTrialFunction("curve", WaitAsync);
                tune.Folder = Path.Combine(folder, "files");
            })
            .BuildServiceProvider();
        ITuner tuner = services.GetRequiredService<ITuner>();
        await (await tuner.StartAsync(Studies.Of(scheduler, WarmUpTrials, name: "warm-up"))).Completion;

        int trials = scheduler == "run-to-completion" ? 25 : 400;
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        IStudyRun run = await tuner.StartAsync(Studies.Of(scheduler, trials, name: "share"));
        await run.Completion;
        watch.Stop();
        process.Refresh();
        TimeSpan used = process.TotalProcessorTime - before;
        double share = used / (watch.Elapsed * Slots);
        StudyState state = await tuner.ReadAsync(new StudyId("share"));
        Console.WriteLine(FormattableString.Invariant(
            $"{state.MeasurementCount} epochs of 10 ms on {Slots} slots: {watch.Elapsed.TotalSeconds:F1} s wall, ")
            + FormattableString.Invariant(
                $"{used.TotalMilliseconds:F0} ms processor time of the engine, {share:P2} of the slots' time"));
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task WaitAsync(TrialContext trial, CancellationToken stop)
    {
        double x = trial.Float("x");
        for (long epoch = (trial.Resume?.Resource.Units ?? 0) + 1; ; epoch++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), stop);
            if (trial.ShouldSaveCheckpoint(epoch))
                await trial.SaveCheckpointAsync(epoch, (_, _) => Task.CompletedTask, stop);
            TrialInstruction answer =
                await trial.ReportAsync(epoch, "loss", Studies.Curve(x, epoch), stop);
            if (answer != TrialInstruction.Continue)
                return;
        }
    }
}
