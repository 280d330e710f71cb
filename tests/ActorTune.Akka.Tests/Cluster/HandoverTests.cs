using ActorTune.Akka.Cluster;
using ActorTune.Hosting;
using ActorTune.Journal;
using ActorTune.Objectives;
using ActorTune.Programs;
using ActorTune.Simulation;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.Akka.Tests.Cluster;

/// <summary>A study in a cluster whose nodes come and go.</summary>
public sealed class HandoverTests
{
    private const int Epochs = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InMemoryStudyJournal _journal = new();
    private readonly TaskCompletionSource _mayGoOn =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static StudyDefinition Study { get; } = new("clustered")
    {
        Objective = new Objective("loss", Direction.Minimize),
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Program = new ProgramSpecification { Function = "curve", Resumes = true },
        MaxResource = Epochs,
        Scheduler = new StrategyOptions("run-to-completion"),
        Stop = new StopConditions { Trials = 8 },
        Seed = 7,
    };

    [Fact]
    public async Task ACoordinatorThatLeaves_HandsOverWhatRuns()
    {
        await using TestNode first = TestNode.Coordinator(_journal, Study);
        await using TestNode worker = TestNode.Worker("w1", AddCurve, first);
        await SeenAsync(entry => entry.Event is MeasurementReported, count: 2);
        var opened = new TaskCompletionSource<ClusterStudies>();
        await using TestNode second =
            TestNode.Coordinator(_journal, Study, opened.SetResult, first);
        await second.UntilUpAsync().WaitAsync(Patience);

        await first.LeaveAsync();
        ClusterStudies studies = await opened.Task.WaitAsync(Patience);
        _mayGoOn.SetResult();
        await Assert.Single(studies.Runs).Completion.WaitAsync(Patience);

        IReadOnlyList<JournalEntry> entries = await VerifiedAsync();
        Assert.Equal(2, entries.Count(entry => entry.Event is CoordinatorStarted));
        Assert.DoesNotContain(entries, entry => entry.Event is AttemptLost);
        Assert.DoesNotContain(entries, entry => entry.Event is AttemptEnded
        {
            End: Trials.AttemptEnd.LostWorker or Trials.AttemptEnd.Interrupted
        });
    }

    [Fact]
    public async Task ACoordinatorThatDies_IsReplacedAndLosesNoTrial()
    {
        await using TestNode first = TestNode.Coordinator(_journal, Study);
        await using TestNode worker = TestNode.Worker("w1", AddCurve, first);
        await SeenAsync(entry => entry.Event is MeasurementReported, count: 2);
        var opened = new TaskCompletionSource<ClusterStudies>();
        await using TestNode second =
            TestNode.Coordinator(_journal, Study, studies => opened.TrySetResult(studies), first);
        // Which of the two takes over depends on which was a member first.
        await using TestNode third =
            TestNode.Coordinator(_journal, Study, studies => opened.TrySetResult(studies), first);
        await Task.WhenAll(second.UntilUpAsync(), third.UntilUpAsync()).WaitAsync(Patience);

        await first.DieAsync();
        ClusterStudies taken = await opened.Task.WaitAsync(Patience);
        _mayGoOn.SetResult();
        await Assert.Single(taken.Runs).Completion.WaitAsync(Patience);

        IReadOnlyList<JournalEntry> entries = await VerifiedAsync();
        Assert.DoesNotContain(entries, entry => entry.Event is AttemptLost);
    }

    [Fact]
    public async Task AWorkerThatDies_LosesItsAttemptsToAnother()
    {
        var opened = new TaskCompletionSource<ClusterStudies>();
        await using TestNode first = TestNode.Coordinator(_journal, Study, opened.SetResult);
        await using TestNode dying = TestNode.Worker("w1", AddCurve, first);
        await SeenAsync(entry => entry.Event is MeasurementReported, count: 2);
        await using TestNode second = TestNode.Coordinator(_journal, Study, null, first);
        await using TestNode worker = TestNode.Worker("w2", AddCurve, first);
        await SeenAsync(entry => entry.Event is MeasurementReported, count: 4);

        await dying.DieAsync();
        _mayGoOn.SetResult();
        ClusterStudies studies = await opened.Task.WaitAsync(Patience);
        await Assert.Single(studies.Runs).Completion.WaitAsync(Patience);

        IReadOnlyList<JournalEntry> entries = await VerifiedAsync();
        Assert.Equal(
            2,
            entries.Count(entry => entry.Event is AttemptEnded
            {
                End: Trials.AttemptEnd.LostWorker
            }));
    }

    private void AddCurve(ActorTuneOptions options) => options
        .AddTrialFunction("curve", async (trial, stop) =>
        {
            for (int epoch = 1; epoch <= Epochs; epoch++)
            {
                double loss = trial.Float("x") + 1.0 / epoch;
                TrialInstruction said = await trial.ReportAsync(epoch, "loss", loss, stop);
                if (said != TrialInstruction.Continue)
                    return;
                await _mayGoOn.Task.WaitAsync(stop);
            }
        });

    private async Task SeenAsync(Func<JournalEntry, bool> isMeant, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        int seen = 0;
        await foreach (JournalEntry entry in _journal.FollowAsync(
            Study.Study, SequenceNumber.None, patience.Token))
        {
            if (isMeant(entry) && ++seen == count)
                return;
        }
    }

    private async Task<IReadOnlyList<JournalEntry>> VerifiedAsync()
    {
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in _journal.ReadAsync(
            Study.Study, SequenceNumber.None, default))
            entries.Add(entry);
        VerificationReport report = StudyVerification.Run(entries);
        Assert.Equal([], report.Problems);
        Assert.Equal(8, entries.Count(entry => entry.Event is TrialSuggested));
        return entries;
    }
}
