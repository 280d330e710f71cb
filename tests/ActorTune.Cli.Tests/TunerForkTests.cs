using ActorTune.Coordinator;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTune.Cli.Tests;

/// <summary>Forks and switches through the library.</summary>
public sealed class TunerForkTests
{
    private static readonly StudySpecification Study = Studies.Asha with
    {
        Program = new ProgramSpecification { Function = "f", Resumes = true },
        Stop = new StopConditions { Trials = 30 },
    };

    private static readonly StudySpecification More = Study with
    {
        Study = new StudyId("more"),
        Stop = new StopConditions { Trials = 35 },
    };

    private readonly TaskCompletionSource _isSwitched = new();

    [Fact]
    public async Task A_study_that_runs_changes_its_scheduler_and_is_forked()
    {
        using var folder = new CliFolder();
        await using ServiceProvider provider = Provide(folder);
        ITuner tuner = provider.GetRequiredService<ITuner>();
        IStudyRun run = await tuner.StartAsync(Study);
        await WhenMeasuredAsync(run, 8);
        await run.SwitchSchedulerAsync(new StrategyOptions("hyperband"));
        await RefuseAsync(run, "wilcoxon");
        _isSwitched.SetResult();
        StudyOutcome ended = await run.Completion;
        StudyState parent = await tuner.ReadAsync(Study.Study);

        ForkOutcome fork = await tuner.ForkAsync(Study.Study, parent.Head, More);
        IStudyRun more = await tuner.ResumeAsync(fork.Study);
        List<JournalEntry> watched = await WatchAsync(more);

        Assert.True(ended.IsFinished);
        Assert.Equal("hyperband", parent.Specification.Scheduler.Name);
        Assert.True(fork.CheckpointCount > 0);
        Assert.Equal("asha", fork.State.Specification.Scheduler.Name);
        Assert.Equal(2, watched.Count(entry => entry.Event is StudyFinished));
        Assert.Equal(35, watched.Count(entry => entry.Event is TrialSuggested));
        Assert.Empty(StudyVerification.Run(watched).Problems);
    }

    [Fact]
    public async Task What_cannot_be_forked_is_refused_by_kind()
    {
        using var folder = new CliFolder();
        await using ServiceProvider provider = Provide(folder);
        ITuner tuner = provider.GetRequiredService<ITuner>();
        _isSwitched.SetResult();
        await (await tuner.StartAsync(Study)).Completion;
        StudySpecification fork = Study with { Study = new StudyId("fork") };
        var nowhere = new SequenceNumber(1_000_000);

        await Assert.ThrowsAsync<StudyNotFoundException>(
            () => tuner.ForkAsync(fork.Study, new SequenceNumber(1), fork));
        await Assert.ThrowsAsync<StudyExistsException>(
            () => tuner.ForkAsync(Study.Study, new SequenceNumber(5), Study));
        InvalidStudyException range = await Assert.ThrowsAsync<InvalidStudyException>(
            () => tuner.ForkAsync(Study.Study, nowhere, fork));
        InvalidStudyException seed = await Assert.ThrowsAsync<InvalidStudyException>(
            () => tuner.ForkAsync(Study.Study, new SequenceNumber(5), fork with { Seed = 0 }));

        Assert.Equal("at", Assert.Single(range.Problems).Path);
        Assert.Equal("seed", Assert.Single(seed.Problems).Path);
        Assert.DoesNotContain(await tuner.ListAsync(), listing => listing.Study == fork.Study);
    }

    private ServiceProvider Provide(CliFolder folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddActorTune(options =>
        {
            options.UseInMemory().UseSlots(3);
            options.Folder = folder.In("files");
            options.AddTrialFunction("f", TrainAsync);
        });
        return services.BuildServiceProvider();
    }

    private static async Task RefuseAsync(IStudyRun run, string scheduler)
    {
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => run.SwitchSchedulerAsync(new StrategyOptions(scheduler)));
        Assert.Contains("cannot take over", refused.Message);
    }

    private static async Task<List<JournalEntry>> WatchAsync(IStudyRun run)
    {
        List<JournalEntry> watched = [];
        await foreach (JournalEntry entry in run.WatchAsync())
            watched.Add(entry);
        await run.Completion;
        return watched;
    }

    private static async Task WhenMeasuredAsync(IStudyRun run, int count)
    {
        await foreach (JournalEntry entry in run.WatchAsync())
        {
            if (entry.Event is MeasurementReported && --count == 0)
                return;
        }
    }

    // The first eight trials are measured before the change, the others after it.
    private async Task TrainAsync(TrialContext trial, CancellationToken stop)
    {
        if (trial.Trial.Value >= 8)
            await _isSwitched.Task;
        for (long epoch = 1 + (trial.Resume?.Resource.Units ?? 0); epoch <= 9; epoch++)
        {
            if (trial.ShouldSaveCheckpoint(epoch))
                await trial.SaveCheckpointAsync(epoch, (_, _) => Task.CompletedTask, stop);
            TrialInstruction next = await trial.ReportAsync(
                epoch, [("accuracy", trial.Float("x") * (1 - 0.5 / epoch))], stop);
            if (next != TrialInstruction.Continue)
                return;
        }
    }
}
