namespace ActorTune.Worker.Tests.Programs;

public sealed class InProcessRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_function_that_throws_fails()
    {
        (_, ProgramWatch watch) = Start((_, _) => throw new InvalidOperationException("bad\nluck"));

        await watch.NextAsync<ProgramWatch.WasStarted>();
        Assert.Equal(
            (AttemptEnd.Error, "System.InvalidOperationException: bad"), await watch.EndedAsync());
    }

    [Fact]
    public async Task A_function_that_is_not_known_fails()
    {
        var watch = new ProgramWatch();
        new InProcessRunner(name => throw new InvalidOperationException($"no {name}"))
            .Start(Launch(), watch);

        Assert.Equal(
            (AttemptEnd.Error, "System.InvalidOperationException: no train"),
            await watch.EndedAsync());
    }

    [Fact]
    public async Task A_function_that_ignores_its_token_ends_when_it_is_killed()
    {
        using var release = new ManualResetEventSlim();
        (IRunningProgram program, ProgramWatch watch) = Start((_, stop) =>
        {
            stop.Register(() => { });
            release.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        await watch.NextAsync<ProgramWatch.WasStarted>();

        program.Stop();
        program.Kill();
        program.Kill();

        (AttemptEnd end, string message) = await watch.EndedAsync();
        release.Set();
        Assert.Equal(AttemptEnd.Hang, end);
        Assert.Contains("did not end when it was told to", message);
    }

    [Fact]
    public async Task A_function_that_heeds_its_token_returns()
    {
        (IRunningProgram program, ProgramWatch watch) = Start(
            (_, stop) => Task.Delay(Timeout.Infinite, stop));
        await watch.NextAsync<ProgramWatch.WasStarted>();

        program.Stop();

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    [Fact]
    public async Task What_is_not_a_number_is_reported()
    {
        (_, ProgramWatch watch) = Start(
            async (trial, stop) => await trial.ReportAsync(1, "loss", double.NaN, stop));

        await watch.NextAsync<ProgramWatch.WasStarted>();
        var report = await watch.NextAsync<ProgramWatch.WasReported>();
        Assert.Equal(double.NaN, report.Metrics.Find("loss"));
        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    [Fact]
    public async Task What_is_no_measurement_ends_it()
    {
        (_, ProgramWatch watch) = Start(
            async (trial, stop) => await trial.ReportAsync(1, "gain", 1, stop));

        Assert.Equal(AttemptEnd.InvalidMeasurement, (await watch.EndedAsync()).End);
    }

    [Fact]
    public async Task It_reports_no_further_than_its_credit()
    {
        (IRunningProgram program, ProgramWatch watch) = Start(TrainAsync);
        await watch.NextAsync<ProgramWatch.WasStarted>();
        long last = 0;
        while (last < 65)
            last = await watch.ReportedAsync();

        program.Instruct(1, AttemptInstruction.Continue, null);
        Assert.Equal(66, await watch.ReportedAsync());
        program.Instruct(66, AttemptInstruction.Stop, null);

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    [Theory]
    [InlineData(AttemptInstruction.Pause)]
    [InlineData(AttemptInstruction.Stop)]
    [InlineData(AttemptInstruction.Complete)]
    public async Task It_waits_at_its_barriers(AttemptInstruction instruction)
    {
        (IRunningProgram program, ProgramWatch watch) = Start(
            TrainAsync, launch => launch with { Until = new Resource(2) });
        await watch.NextAsync<ProgramWatch.WasStarted>();
        Assert.Equal(1, await watch.ReportedAsync());
        Assert.Equal(2, await watch.ReportedAsync());
        program.Instruct(1, AttemptInstruction.Continue, new Resource(2));
        program.Instruct(2, AttemptInstruction.Continue, new Resource(3));
        Assert.Equal(3, await watch.ReportedAsync());

        program.Instruct(3, instruction, null);

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    [Fact]
    public async Task Interrupted_at_its_barrier_it_ends()
    {
        (IRunningProgram program, ProgramWatch watch) = Start(
            TrainAsync, launch => launch with { Until = new Resource(1) });
        await watch.NextAsync<ProgramWatch.WasStarted>();
        Assert.Equal(1, await watch.ReportedAsync());

        program.Interrupt();

        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    [Fact]
    public async Task Interrupted_before_its_barrier_it_does_not_wait_there()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (IRunningProgram program, ProgramWatch watch) = Start(
            async (trial, stop) =>
            {
                await go.Task;
                await TrainAsync(trial, stop);
            },
            launch => launch with
            {
                Until = new Resource(1),
                Program = launch.Program with { Resumes = true },
            });
        await watch.NextAsync<ProgramWatch.WasStarted>();

        program.Interrupt();
        go.SetResult();

        await watch.NextAsync<ProgramWatch.WasCheckpointed>();
        Assert.Equal(1, await watch.ReportedAsync());
        Assert.Equal((AttemptEnd.Returned, ""), await watch.EndedAsync());
    }

    private static async Task TrainAsync(TrialContext trial, CancellationToken stop)
    {
        TrialInstruction told = TrialInstruction.Continue;
        for (int epoch = 1; told == TrialInstruction.Continue; epoch++)
        {
            if (trial.ShouldSaveCheckpoint(epoch))
                await trial.SaveCheckpointAsync(epoch, (_, _) => Task.CompletedTask, stop);
            told = await trial.ReportAsync(epoch, "loss", 1, stop);
        }
    }

    private (IRunningProgram Program, ProgramWatch Watch) Start(
        TrialFunction function, Func<TrialLaunch, TrialLaunch>? change = null)
    {
        var watch = new ProgramWatch();
        var runner = new InProcessRunner(_ => new FunctionProgram(function));
        return (runner.Start(change?.Invoke(Launch()) ?? Launch(), watch), watch);
    }

    private TrialLaunch Launch() => Launches.In(
        _folder.Of("attempt"), new ProgramSpecification { Function = "train" });
}
