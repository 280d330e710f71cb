namespace ActorTune.Worker.Tests.Programs;

/// <summary>Programs on the channel, with the Python helper.</summary>
public sealed class HelperProgramTests : IDisposable
{
    private const string Loop =
        """
        import actortune, sys
        start = actortune.resume().resource if actortune.resume() else 0
        for epoch in range(start + 1, 200):
            if actortune.should_save_checkpoint(epoch):
                with actortune.checkpoint_dir(epoch) as folder:
                    open(folder + "/weights", "w").close()
            answer = actortune.report(epoch, loss=actortune.params()["lr"] * epoch)
            if answer != "continue":
                print(answer, file=sys.stderr)
                break
        """;

    // It goes on once the engine has said something, as a race would else decide what it does.
    private const string SaveWhenAsked =
        """
        import actortune, select, sys
        actortune.report(1, loss=1)
        if not actortune._channel.wants_checkpoint:
            select.select([actortune._channel._socket], [], [])
        epoch, answer = 1, "continue"
        while answer == "continue":
            epoch += 1
            if actortune.should_save_checkpoint(epoch):
                with actortune.checkpoint_dir(epoch) as folder:
                    pass
            answer = actortune.report(epoch, loss=1)
        sys.exit(0 if answer == "pause" else answer)
        """;

    private readonly ProcessBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_waits_at_its_barriers_and_pauses_with_a_checkpoint()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Python(
            Loop,
            launch => launch with
            {
                Until = new Resource(2),
                From = new Checkpoint(launch.Attempt, new Resource(1)),
                FromFolder = "/there",
            });

        await watch.NextAsync<ProgramWatch.WasStarted>();
        await watch.NextAsync<ProgramWatch.WasCheckpointed>();
        var report = await watch.NextAsync<ProgramWatch.WasReported>();
        Assert.Equal((1, new Resource(2)), (report.Report, report.Resource));
        Assert.Equal(0.25, report.Metrics.Find("loss"));
        program.Instruct(1, AttemptInstruction.Continue, new Resource(4));
        Assert.Equal(3, await watch.ReportedAsync());
        await watch.NextAsync<ProgramWatch.WasCheckpointed>();
        Assert.Equal(4, await watch.ReportedAsync());
        program.Instruct(3, AttemptInstruction.Pause, null);
        program.Stop();
        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
        Assert.Equal("pause\n", _bench.OutputLog);
    }

    [Fact]
    public async Task It_reports_no_further_than_its_credit()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Python(Loop);
        await watch.StartedAsync();
        for (int epoch = 1; epoch <= 64; epoch++)
            Assert.Equal(epoch, await watch.ReportedAsync());

        program.Instruct(1, AttemptInstruction.Continue, null);
        Assert.Equal(65, await watch.ReportedAsync());
        program.Instruct(65, AttemptInstruction.Stop, null);
        program.Stop();

        Assert.Equal(AttemptEnd.Returned, (await watch.EndedAsync()).End);
        Assert.Equal("stop\n", _bench.OutputLog);
    }

    [Fact]
    public async Task Interrupted_between_barriers_it_saves_and_pauses()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Python(SaveWhenAsked);
        await watch.StartedAsync();
        Assert.Equal(1, await watch.ReportedAsync());

        program.Interrupt();

        var told = new List<object>();
        do
            told.Add(await watch.NextAsync());
        while (told[^1] is not ProgramWatch.HasEnded);
        int saved = told.FindIndex(one => one is ProgramWatch.WasCheckpointed);
        Assert.Equal(
            ((ProgramWatch.WasCheckpointed)told[saved]).Resource,
            ((ProgramWatch.WasReported)told[saved + 1]).Resource);
        Assert.Equal(new ProgramWatch.HasEnded(AttemptEnd.Returned, ""), told[^1]);
    }

    [Fact]
    public async Task Interrupted_at_its_barrier_it_pauses_at_once()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Python(
            Loop, launch => launch with { Until = new Resource(1) });
        await watch.StartedAsync();
        await watch.NextAsync<ProgramWatch.WasCheckpointed>();
        await watch.ReportedAsync();

        program.Interrupt();

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
        Assert.Equal("pause\n", _bench.OutputLog);
    }

    [Theory]
    [InlineData("raise ValueError('bad')", AttemptEnd.Error, "ValueError: bad")]
    [InlineData("raise MemoryError('full')", AttemptEnd.OutOfMemory, "MemoryError: full")]
    [InlineData("import os; os._exit(71)", AttemptEnd.OutOfMemory,
        "the program exited with code 71")]
    [InlineData("import os; os._exit(4)", AttemptEnd.Error, "the program exited with code 4")]
    [InlineData("actortune.report(1, gain=1)", AttemptEnd.InvalidMeasurement,
        "InvalidMeasurement: The report at epoch 1 lacks the objective 'loss'; it has ['gain'].")]
    [InlineData("actortune._channel._send({'type': 'reply'})", AttemptEnd.Error,
        "A line of the trial's channel is refused: the message lacks 'report'."
        + " The line: {\"type\":\"reply\"}")]
    public async Task Its_ends_are_told_apart(string failing, AttemptEnd end, string message)
    {
        (_, ProgramWatch watch) = _bench.Python(
            $"import actortune\nactortune.params()\n{failing}\nimport time\n");

        Assert.Equal((end, message), await watch.EndedAsync());
    }

    [Fact]
    public async Task What_it_says_beats_its_exit_code_but_not_a_failing_one()
    {
        (_, ProgramWatch watch) = _bench.Python(
            """
            import actortune, os, sys
            actortune.params()
            actortune._say_end("returned", "")
            print("late", file=sys.stderr, flush=True)
            os._exit(5)
            """);

        Assert.Equal(
            (AttemptEnd.Error, "the program exited with code 5: late"), await watch.EndedAsync());
    }

    [Fact]
    public async Task It_reports_one_way_only()
    {
        (_, ProgramWatch watch) = _bench.Python(
            """
            import actortune, time
            actortune.params()
            print('@actortune {"resource": 1, "loss": 1}')
            time.sleep(1000)
            """);

        (AttemptEnd end, string message) = await watch.EndedAsync();
        Assert.Equal(AttemptEnd.InvalidMeasurement, end);
        Assert.Contains("on its standard output and on the channel", message);
    }
}
