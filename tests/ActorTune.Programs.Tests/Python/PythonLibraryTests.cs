namespace ActorTune.Programs.Tests.Python;

public sealed class PythonLibraryTests
{
    [Fact]
    public async Task It_trains_to_the_barrier_saves_and_pauses()
    {
        await using PythonProgram program = await PythonProgram.StartAsync(
            """
            import actortune, os
            assert actortune.params() == {
                "learning-rate": 0.125, "layers": 2, "optimizer": "adam-w", "nesterov": True}
            assert actortune.seed() == 2**64 - 2
            assert (actortune.trial(), actortune.attempt()) == (12, 2)
            assert actortune.resume() is None
            answers = []
            for epoch in range(1, 10):
                if actortune.should_save_checkpoint(epoch):
                    with actortune.checkpoint_dir(epoch) as folder:
                        os.mkdir(os.path.join(folder, "deep"))
                        with open(os.path.join(folder, "deep", "weights"), "w") as file:
                            file.write("w")
                answers.append(actortune.report(epoch, accuracy=epoch / 4, loss=float("nan")))
                if answers[-1] != "continue":
                    break
            assert answers == ["continue", "continue", "continue", "pause"], answers
            try:
                actortune.report(9, accuracy=1)
            except RuntimeError as error:
                assert "'pause'" in str(error)
            else:
                raise AssertionError("a report after a pause went through")
            """,
            assignment => assignment with { Until = new Resource(2) });

        ReportMessage first = await program.ReceiveAsync<ReportMessage>();
        Assert.Equal(0.25, first.Metrics.Find("accuracy"));
        Assert.Equal(double.NaN, first.Metrics.Find("loss"));
        Assert.False(first.IsBarrier);
        CheckpointMessage checkpoint = await program.ReceiveAsync<CheckpointMessage>();
        Assert.Equal(program.Folder.Of("checkpoint-2"), checkpoint.Folder);
        Assert.Equal("w", File.ReadAllText(Path.Combine(checkpoint.Folder, "deep", "weights")));
        Assert.True((await program.ReceiveAsync<ReportMessage>()).IsBarrier);
        await program.ReplyAsync(2, AttemptInstruction.Continue, until: 4);
        await program.ReceiveAsync<ReportMessage>();
        await program.ReceiveAsync<CheckpointMessage>();
        await program.ReceiveAsync<ReportMessage>();
        await program.ReplyAsync(4, AttemptInstruction.Pause, until: null);
        EndMessage end = await program.ReceiveAsync<EndMessage>();

        Assert.Equal((0, ""), await program.EndAsync());
        Assert.Equal(AttemptOutcome.Returned, end.Outcome);
    }

    [Fact]
    public async Task It_goes_on_from_a_checkpoint()
    {
        await using PythonProgram program = await PythonProgram.StartAsync(
            """
            import actortune
            assert actortune.resume().resource == 3 and actortune.resume().folder == "/there"
            try:
                actortune.report(3, accuracy=1)
            except actortune.InvalidMeasurement as error:
                assert "does not grow beyond 3" in str(error)
            actortune.report(4, {"accuracy": 1})
            """,
            assignment => assignment with
            {
                Resume = new TrialResume(new Resource(3), "/there"),
            });

        Assert.Equal(new Resource(4), (await program.ReceiveAsync<ReportMessage>()).Resource);
        await program.ReceiveAsync<EndMessage>();
        Assert.Equal((0, ""), await program.EndAsync());
    }

    [Fact]
    public async Task It_waits_for_credit_and_obeys_a_stop()
    {
        await using PythonProgram program = await PythonProgram.StartAsync(
            """
            import actortune
            assert actortune.report(1, accuracy=1) == "stop"
            """,
            credit: 1);

        await program.ReceiveAsync<ReportMessage>();
        await program.Engine.StopAsync(default);

        await program.ReceiveAsync<EndMessage>();
        Assert.Equal((0, ""), await program.EndAsync());
    }

    [Theory]
    [InlineData("raise ValueError('one\\ntwo')", AttemptEnd.Error, "ValueError: one")]
    [InlineData("raise MemoryError('full')", AttemptEnd.OutOfMemory, "MemoryError: full")]
    [InlineData(
        "raise actortune.OutOfMemory('full')", AttemptEnd.OutOfMemory, "OutOfMemory: full")]
    [InlineData(
        "actortune.report(1, loss=1)",
        AttemptEnd.InvalidMeasurement,
        "InvalidMeasurement: The report at epoch 1 lacks the objective 'accuracy'; "
            + "it has ['loss'].")]
    public async Task Its_exceptions_are_told_apart(string failing, AttemptEnd end, string error)
    {
        await using PythonProgram program = await PythonProgram.StartAsync(
            $"import actortune\nactortune.params()\n{failing}");

        EndMessage message = await program.ReceiveAsync<EndMessage>();

        Assert.Equal(new AttemptOutcome(end, error), message.Outcome);
        Assert.Equal(1, (await program.EndAsync()).Code);
    }
}
