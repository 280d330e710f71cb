using ActorTune.Hosting;
using ActorTune.Journal.Sqlite;
using ActorTune.Programs;
using ActorTune.Studies;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTune.Bench.Speed;

/// <summary>
/// Reports from in-process programs through actors, decision and a durable SQLite commit, many
/// trials in flight: the whole engine, timed from the first start to the study's end.
/// </summary>
public class EndToEndReports
{
    private const int Trials = 64;
    private const int ReportsPerTrial = 4_000;

    private int _study;
    private string _folder = string.Empty;
    private ServiceProvider _services = null!;

    /// <summary>The store.</summary>
    [Params("sqlite-full", "memory")]
    public string Store { get; set; } = "sqlite-full";

    /// <summary>Composes the engine.</summary>
    [GlobalSetup]
    public void Start()
    {
        _folder = Directory.CreateTempSubdirectory("actortune-bench").FullName;
        _services = new ServiceCollection()
            .AddActorTune(tune =>
            {
                tune.UseSlots(Trials).AddTrialFunction("curve", ReportAsync);
                tune.Folder = Path.Combine(_folder, "files");
                if (Store == "sqlite-full")
                    tune.UseSqlite(Path.Combine(_folder, "bench.db"));
            })
            .BuildServiceProvider();
    }

    /// <summary>Takes it down.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>One study of many reports.</summary>
    [Benchmark(OperationsPerInvoke = Trials * ReportsPerTrial)]
    public async Task Study()
    {
        StudySpecification study = Studies.Of(
            "run-to-completion", Trials, ReportsPerTrial, $"bench-{_study++}");
        ITuner tuner = _services.GetRequiredService<ITuner>();
        IStudyRun run = await tuner.StartAsync(study);
        await run.Completion;
    }

    private static async Task ReportAsync(TrialContext trial, CancellationToken stop)
    {
        double x = trial.Float("x");
        for (long resource = 1; ; resource++)
        {
            TrialInstruction answer = await trial.ReportAsync(
                resource, "loss", Studies.Curve(x, resource), stop);
            if (answer != TrialInstruction.Continue)
                return;
        }
    }
}
