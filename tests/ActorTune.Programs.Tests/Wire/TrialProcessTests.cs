namespace ActorTune.Programs.Tests.Wire;

public sealed class TrialProcessTests
{
    [Fact]
    public async Task A_program_that_returns_exits_with_zero()
    {
        (int code, EndMessage end, string errors) = await RunAsync((_, _) => Task.CompletedTask);

        Assert.Equal(TrialExitCode.Returned, code);
        Assert.Equal(AttemptOutcome.Returned, end.Outcome);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_program_that_throws_says_so_on_the_channel_and_on_standard_error()
    {
        (int code, EndMessage end, string errors) = await RunAsync(
            (_, _) => throw new ArithmeticException("odd\nnumber"));

        Assert.Equal(TrialExitCode.Error, code);
        Assert.Equal(
            new AttemptOutcome(AttemptEnd.Error, "System.ArithmeticException: odd"), end.Outcome);
        Assert.Contains("odd\nnumber", errors);
    }

    [Fact]
    public async Task Exhausted_memory_and_refused_reports_have_codes_of_their_own()
    {
        (int code, EndMessage end, _) = await RunAsync(
            (_, _) => throw new TrialOutOfMemoryException("device full"));
        Assert.Equal(
            (TrialExitCode.OutOfMemory, AttemptEnd.OutOfMemory), (code, end.Outcome.End));

        (code, end, _) = await RunAsync(
            async (trial, stop) => await trial.ReportAsync(0, "accuracy", 1, stop));
        Assert.Equal(
            (TrialExitCode.InvalidMeasurement, AttemptEnd.InvalidMeasurement),
            (code, end.Outcome.End));
    }

    [Fact]
    public async Task Without_an_engine_it_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var program = new FunctionProgram((_, _) => Task.CompletedTask);
        var errors = new StringWriter();

        Assert.Equal(
            TrialExitCode.NoChannel, await TrialProcess.RunAsync(program, null, errors));
        Assert.Equal(
            TrialExitCode.EngineGone,
            await TrialProcess.RunAsync(program, folder.Of("nobody"), errors));
        Assert.Contains("ACTORTUNE_CHANNEL is not set", errors.ToString());
        Assert.Contains("does not answer on", errors.ToString());
    }

    private static async Task<(int Code, EndMessage End, string Errors)> RunAsync(
        TrialFunction function)
    {
        using var folder = new TemporaryFolder();
        using TrialChannelServer server = TrialChannelServer.Listen(folder.Of("s"));
        var errors = new StringWriter();
        Task<int> running = TrialProcess.RunAsync(
            new FunctionProgram(function), server.Path, errors);
        await using TrialConnection engine = await server.AcceptAsync(default);
        await engine.AssignAsync(Assignments.In(folder.Path), 8, default);
        EndMessage end = Assert.IsType<EndMessage>(await engine.ReceiveAsync(default));
        return (await running, end, errors.ToString());
    }
}
