namespace ActorTune.Programs.Tests;

public sealed class TrialContextCheckpointTests
{
    [Fact]
    public async Task A_checkpoint_is_whole_before_it_is_announced()
    {
        using var folder = new TemporaryFolder();
        var channel = new RecordingChannel();
        var trial = new TrialContext(Assignments.In(folder.Path, until: 3), channel);

        await trial.SaveCheckpointAsync(3, async (inside, stop) =>
        {
            Assert.Equal(folder.Of("checkpoint-3.partial"), inside);
            Directory.CreateDirectory(Path.Combine(inside, "deep"));
            await File.WriteAllTextAsync(Path.Combine(inside, "deep", "weights"), "w", stop);
            Assert.Empty(channel.Said);
        });
        await trial.ReportAsync(3, "accuracy", 0.5);

        Assert.Equal("w", File.ReadAllText(folder.Of("checkpoint-3/deep/weights")));
        Assert.False(Directory.Exists(folder.Of("checkpoint-3.partial")));
        Assert.Equal(
            ["checkpoint at 3: checkpoint-3", "report 1 at 3: accuracy=0.5 barrier"], channel.Said);
    }

    [Fact]
    public async Task A_failed_write_leaves_no_checkpoint_and_may_be_repeated()
    {
        using var folder = new TemporaryFolder();
        var channel = new RecordingChannel();
        var trial = new TrialContext(Assignments.In(folder.Path), channel);

        await Assert.ThrowsAsync<IOException>(async () => await trial.SaveCheckpointAsync(
            1,
            (inside, _) =>
            {
                File.WriteAllText(Path.Combine(inside, "half"), "h");
                throw new IOException("disk full");
            }));
        Assert.False(Directory.Exists(folder.Of("checkpoint-1")));
        Assert.Empty(channel.Said);

        await trial.SaveCheckpointAsync(1, (_, _) => Task.CompletedTask);
        Assert.Empty(Directory.GetFiles(folder.Of("checkpoint-1")));
    }

    [Fact]
    public async Task One_resource_has_one_checkpoint_and_none_lies_before_the_last_report()
    {
        using var folder = new TemporaryFolder();
        var trial = new TrialContext(Assignments.In(folder.Path), new RecordingChannel());
        await trial.ReportAsync(2, "accuracy", 0.5);
        await trial.SaveCheckpointAsync(2, (_, _) => Task.CompletedTask);

        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await trial.SaveCheckpointAsync(2, (_, _) => Task.CompletedTask));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await trial.SaveCheckpointAsync(1, (_, _) => Task.CompletedTask));
    }

    [Fact]
    public async Task A_checkpoint_is_due_at_the_barrier_and_when_it_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        var channel = new RecordingChannel(resource => new TrialReply(
            AttemptInstruction.Continue, new Resource(9), WantsCheckpoint: resource.Units == 1));
        var trial = new TrialContext(Assignments.In(folder.Path, until: 9), channel);

        Assert.False(trial.ShouldSaveCheckpoint(1));
        Assert.True(trial.ShouldSaveCheckpoint(9));
        await trial.ReportAsync(1, "accuracy", 0.5);
        Assert.True(trial.ShouldSaveCheckpoint(2));
        await trial.SaveCheckpointAsync(2, (_, _) => Task.CompletedTask);
        Assert.False(trial.ShouldSaveCheckpoint(2));
    }

    [Fact]
    public void A_program_that_does_not_resume_saves_nothing()
    {
        var trial = new TrialContext(
            Assignments.In("/nowhere", until: 1) with { Resumes = false }, new RecordingChannel());

        Assert.False(trial.ShouldSaveCheckpoint(1));
    }
}
