namespace ActorTune.Programs.Tests;

public sealed class TrialContextReportTests
{
    [Fact]
    public async Task Reports_are_counted_from_one_and_keep_their_metrics_in_order()
    {
        var channel = new RecordingChannel();
        var trial = new TrialContext(Assignments.In("/nowhere"), channel);

        await trial.ReportAsync(1, "accuracy", 0.5);
        await trial.ReportAsync(4, ("loss", 2), ("accuracy", double.NaN));

        Assert.Equal(
            ["report 1 at 1: accuracy=0.5", "report 2 at 4: loss=2 accuracy=NaN"], channel.Said);
    }

    [Fact]
    public async Task A_report_at_or_beyond_the_barrier_waits_and_moves_it()
    {
        var channel = new RecordingChannel(resource => new TrialReply(
            AttemptInstruction.Continue, new Resource(resource.Units < 3 ? 3 : 9)));
        var trial = new TrialContext(Assignments.In("/nowhere", until: 3), channel);

        foreach (long epoch in new long[] { 2, 3, 8, 11 })
            Assert.Equal(
                TrialInstruction.Continue, await trial.ReportAsync(epoch, "accuracy", 0));

        Assert.Equal(
            [false, true, false, true], channel.Said.Select(said => said.EndsWith("barrier")));
        Assert.Equal(new Resource(9), trial.Until);
    }

    [Theory]
    [InlineData(AttemptInstruction.Pause, TrialInstruction.Pause)]
    [InlineData(AttemptInstruction.Stop, TrialInstruction.Stop)]
    [InlineData(AttemptInstruction.Complete, TrialInstruction.Stop)]
    public async Task After_any_answer_but_continue_a_report_is_an_error(
        AttemptInstruction answer, TrialInstruction expected)
    {
        var channel = new RecordingChannel(_ => new TrialReply(answer, null));
        var trial = new TrialContext(Assignments.In("/nowhere"), channel);

        Assert.Equal(expected, await trial.ReportAsync(1, "accuracy", 0.5));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await trial.ReportAsync(2, "accuracy", 0.5));
        Assert.Contains($"after the answer {expected} at epoch 1", error.Message);
        Assert.Single(channel.Said);
    }

    [Fact]
    public async Task A_resource_that_does_not_grow_is_refused()
    {
        var trial = new TrialContext(Assignments.In("/nowhere"), new RecordingChannel());
        await trial.ReportAsync(3, "accuracy", 0.5);

        var error = await Assert.ThrowsAsync<InvalidMeasurementException>(
            async () => await trial.ReportAsync(3, "accuracy", 0.5));
        Assert.Contains("epoch 3 does not grow beyond 3", error.Message);
    }

    [Fact]
    public async Task A_resumed_attempt_counts_on_from_its_checkpoint()
    {
        TrialAssignment resumed = Assignments.In("/nowhere") with
        {
            Resume = new TrialResume(new Resource(3), "/there"),
        };
        var trial = new TrialContext(resumed, new RecordingChannel());

        await Assert.ThrowsAsync<InvalidMeasurementException>(
            async () => await trial.ReportAsync(1, "accuracy", 0.5));
        Assert.Equal(TrialInstruction.Continue, await trial.ReportAsync(4, "accuracy", 0.5));
    }

    [Fact]
    public async Task A_report_without_the_objective_is_refused()
    {
        var trial = new TrialContext(Assignments.In("/nowhere"), new RecordingChannel());

        var error = await Assert.ThrowsAsync<InvalidMeasurementException>(
            async () => await trial.ReportAsync(1, "loss", 0.5));
        Assert.Contains("lacks the objective 'accuracy'; it has [loss]", error.Message);
    }

    [Fact]
    public async Task Two_metrics_of_one_name_and_no_metric_are_refused()
    {
        var trial = new TrialContext(Assignments.In("/nowhere"), new RecordingChannel());

        await Assert.ThrowsAsync<InvalidMeasurementException>(
            async () => await trial.ReportAsync(1, ("accuracy", 1), ("accuracy", 2)));
        await Assert.ThrowsAsync<InvalidMeasurementException>(
            async () => await trial.ReportAsync(1));
    }

    [Fact]
    public async Task A_report_while_another_waits_is_an_error()
    {
        var decision = new TaskCompletionSource<TrialReply>();
        var trial = new TrialContext(Assignments.In("/nowhere"), new WaitingChannel(decision.Task));
        Task<TrialInstruction> first = trial.ReportAsync(1, "accuracy", 0.5).AsTask();

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await trial.ReportAsync(2, "accuracy", 0.5));

        decision.SetResult(new TrialReply(AttemptInstruction.Continue, null));
        Assert.Equal(TrialInstruction.Continue, await first);
    }

    private sealed class WaitingChannel(Task<TrialReply> decision) : ITrialChannel
    {
        public ValueTask<TrialReply> ReportAsync(
            long report,
            Resource resource,
            MetricSet metrics,
            bool isBarrier,
            CancellationToken stop) => new(decision);

        public ValueTask AnnounceCheckpointAsync(
            Resource resource, string folder, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
