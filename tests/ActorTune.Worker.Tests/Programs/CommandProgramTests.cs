namespace ActorTune.Worker.Tests.Programs;

/// <summary>Commands that report on their standard output.</summary>
public sealed class CommandProgramTests : IDisposable
{
    private readonly ProcessBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task It_reports_with_lines_on_its_output()
    {
        (_, ProgramWatch watch) = _bench.Bash(
            """
            echo training
            echo '@actortune {"resource": 1, "loss": 0.5, "accuracy": 1}'
            echo '@actortune {"resource": 3, "metrics": {"loss": NaN, "gap": "-Infinity"}}'
            printf '@actortune {"resource":4,"loss":2e-3}'
            """);

        await watch.StartedAsync();
        var first = await watch.NextAsync<ProgramWatch.WasReported>();
        var second = await watch.NextAsync<ProgramWatch.WasReported>();
        var third = await watch.NextAsync<ProgramWatch.WasReported>();

        Assert.Equal((1, new Resource(1)), (first.Report, first.Resource));
        Assert.Equal(new MetricSet(["loss", "accuracy"], [0.5, 1]), first.Metrics);
        Assert.Equal(
            new MetricSet(["loss", "gap"], [double.NaN, double.NegativeInfinity]),
            second.Metrics);
        Assert.Equal((3, 0.002), (third.Report, third.Metrics.Find("loss")));
        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
        Assert.StartsWith("training\n@actortune", _bench.OutputLog);
        Assert.Empty(_bench.Records);
    }

    [Theory]
    [InlineData("nonsense", "is no report: ")]
    [InlineData("{\"resource\": 1}", "it has no metric.")]
    [InlineData("{\"resource\": 0, \"loss\": 1}", "'resource' must be a whole number of at ")]
    [InlineData("{\"resource\": 1, \"loss\": \"low\"}", "'loss' must be a number, got 'low'")]
    [InlineData("{\"resource\": 1, \"acc\": 1}", "lacks the objective 'loss'; it has [acc]")]
    [InlineData("{\"resource\": 1, \"loss\": 1, \"loss\": 2}", "is no report: ")]
    public async Task What_is_no_measurement_ends_it(string report, string because)
    {
        (_, ProgramWatch watch) = _bench.Bash(
            $$"""
            echo '@actortune {{report}}'
            sleep 1000
            """);

        (AttemptEnd end, string message) = await watch.EndedAsync();

        Assert.Equal(AttemptEnd.InvalidMeasurement, end);
        Assert.Contains(because, message);
    }

    [Fact]
    public async Task A_resource_that_does_not_grow_ends_it()
    {
        (_, ProgramWatch watch) = _bench.Bash(
            """
            echo '@actortune {"resource": 2, "loss": 1}'
            echo '@actortune {"resource": 2, "loss": 1}'
            sleep 1000
            """);

        (AttemptEnd end, string message) = await watch.EndedAsync();

        Assert.Equal(AttemptEnd.InvalidMeasurement, end);
        Assert.Contains("The report at epoch 2 does not grow beyond 2", message);
    }

    [Fact]
    public async Task It_gets_values_in_its_arguments_and_its_environment()
    {
        Environment.SetEnvironmentVariable("WORKER_TEST_SECRET", "hush");
        (_, ProgramWatch watch) = _bench.Start(new ProgramSpecification
        {
            Command =
            [
                "bash", "-c", "printf '%s\\n' \"$@\" $A $B $ACTORTUNE_SLOTS $ACTORTUNE_SEED $PWD",
                "name", "--lr={lr}", "{param:layers}", "{optimizer}", "{{{nesterov}}}",
                "--momentum={momentum?}", "{trial}/{attempt}", "{folder}",
            ],
            Environment = [new("A", "a", null), new("B", null, "WORKER_TEST_SECRET")],
        });

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
        string folder = _bench.AttemptFolder;
        Assert.Equal(
            [
                "--lr=0.125", "2", "adam w", "{true}", "7/2", folder, "a", "hush", "0,3",
                "18446744073709551615", folder, "",
            ],
            _bench.OutputLog.Split('\n'));
    }

    [Fact]
    public async Task It_runs_ahead_of_the_barrier_by_its_credit_and_stops_on_a_signal()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Bash(
            """
            trap 'echo asked >&2; exit 9' TERM
            epoch=0
            while true; do
              epoch=$((epoch + 1))
              echo "@actortune {\"resource\": $epoch, \"loss\": 1}"
            done
            """,
            launch => launch with { Until = new Resource(2) });
        await watch.StartedAsync();
        for (int epoch = 1; epoch <= 64; epoch++)
            Assert.Equal(epoch, await watch.ReportedAsync());

        program.Instruct(2, AttemptInstruction.Pause, null);
        program.Stop();

        Assert.Equal(
            (AttemptEnd.Returned, "told to end, it exited with code 9"), await watch.EndedAsync());
    }

    [Fact]
    public async Task It_is_killed_when_it_ignores_the_signal()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Bash(
            """
            trap 'echo "@actortune {\"resource\": 2, \"loss\": 1}"' TERM
            echo '@actortune {"resource": 1, "loss": 1}'
            while true; do sleep 1000 & wait; done
            """);
        await watch.StartedAsync();
        Assert.Equal(1, await watch.ReportedAsync());
        program.Stop();
        Assert.Equal(2, await watch.ReportedAsync());

        program.Kill();

        (AttemptEnd end, string message) = await watch.EndedAsync();
        Assert.Equal(AttemptEnd.Returned, end);
        Assert.StartsWith("told to end, it was ended by signal 9 (SIGKILL)", message);
    }

    [Fact]
    public async Task Without_a_report_it_returns()
    {
        (_, ProgramWatch watch) = _bench.Bash("true");

        await watch.StartedAsync();
        Assert.Equal(
            new ProgramWatch.HasEnded(AttemptEnd.Returned, ""),
            await watch.NextAsync<ProgramWatch.HasEnded>());
    }

    [Theory]
    [InlineData("exit 3", "the program exited with code 3")]
    [InlineData("echo one >&2; echo; echo two >&2; echo ' ' >&2; exit 3",
        "the program exited with code 3: two")]
    [InlineData("printf '@actortune {'; exit 4", "the program exited with code 4")]
    [InlineData("kill -SEGV $$", "the program was ended by signal 11 (SIGSEGV)")]
    [InlineData("kill -KILL $$",
        "the program was ended by signal 9 (SIGKILL) (often: out of memory)",
        AttemptEnd.OutsideSignal)]
    [InlineData("kill -TERM $$", "the program was ended by signal 15 (SIGTERM)",
        AttemptEnd.OutsideSignal)]
    public async Task How_it_failed_is_said(
        string script, string expected, AttemptEnd end = AttemptEnd.Error)
    {
        (_, ProgramWatch watch) = _bench.Bash(script);

        Assert.Equal((end, expected), await watch.EndedAsync());
    }

    [Fact]
    public async Task Interrupting_a_program_without_the_channel_signals_it()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Bash("exec sleep 1000");
        await watch.StartedAsync();

        program.Interrupt();

        (AttemptEnd end, string message) = await watch.EndedAsync();
        Assert.Equal(AttemptEnd.Returned, end);
        Assert.Equal("told to end, it was ended by signal 15 (SIGTERM)", message);
    }

    [Fact]
    public async Task A_kill_before_it_has_begun_keeps_it_from_beginning()
    {
        (IRunningProgram program, ProgramWatch watch) = _bench.Bash("echo ran > ran");
        program.Kill();

        Assert.Equal(AttemptEnd.Returned, (await watch.EndedAsync()).End);
        Assert.Empty(_bench.Records);
    }
}
