using ActorTune.Akka.Persistence;
using ActorTune.Akka.Tests.Persistence;
using ActorTune.Coordinator;
using ActorTune.Hosting;
using ActorTune.Journal;
using ActorTune.Objectives;
using ActorTune.Programs;
using ActorTune.Simulation;
using ActorTune.Spaces;
using ActorTune.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTune.Akka.Tests;

/// <summary>Coordinator, placement and worker, unchanged, on Akka.NET.</summary>
public sealed class StudyOnAkkaTests
{
    private static StudyDefinition Study { get; } = new("on-akka")
    {
        Objective = new Objective("loss", Direction.Minimize),
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Program = new ProgramSpecification { Function = "curve", Resumes = true },
        MaxResource = 9,
        Stop = new StopConditions { Trials = 12 },
        Seed = 7,
    };

    [Fact]
    public Task AWholeStudy_RunsAndVerifies() => RunAsync(_ => new InMemoryStudyJournal());

    [Fact]
    public Task AWholeStudy_RunsAndVerifiesOnAkkaPersistence() => RunAsync(
        system => new AkkaPersistenceJournal(system));

    private static async Task RunAsync(Func<AkkaSystem, IStudyJournal> createJournal)
    {
        using AkkaSystem system = AkkaSystem.Create("study", PluginSettings.InMemory);
        await using IStudyJournal journal = createJournal(system);
        await using ServiceProvider services = new ServiceCollection()
            .AddActorTune(tune => tune
                .UseActorHost(loggers => new AkkaActorHost(
                    system, new AkkaHostOptions { LoggerFactory = loggers }))
                .UseJournal(() => journal)
                .UseSlots(3)
                .AddTrialFunction("curve", Curve))
            .BuildServiceProvider();
        ITuner tuner = services.GetRequiredService<ITuner>();
        IStudyRun run = await tuner.StartAsync(Study);

        StudyOutcome outcome = await run.Completion;

        Assert.True(outcome.IsFinished);
        Assert.Equal(12, (await tuner.ReadAsync(run.Study)).Trials.Count);
        VerificationReport report = await VerifyAsync(journal, run.Study);
        Assert.Equal([], report.Problems);
        Assert.Equal(report.Decisions, report.Recomputed);
    }

    private static async Task<VerificationReport> VerifyAsync(IStudyJournal journal, StudyId study)
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in journal.ReadAsync(study, default, default))
            entries.Add(entry);
        return StudyVerification.Run(entries);
    }

    private static async Task Curve(TrialContext trial, CancellationToken stop)
    {
        for (int epoch = 1; epoch <= 9; epoch++)
        {
            double loss = trial.Float("x") + 1.0 / epoch;
            TrialInstruction said = await trial.ReportAsync(epoch, "loss", loss, stop);
            if (said != TrialInstruction.Continue)
                return;
        }
    }
}
