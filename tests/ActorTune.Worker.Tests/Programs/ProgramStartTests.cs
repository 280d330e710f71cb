namespace ActorTune.Worker.Tests.Programs;

/// <summary>Programs that cannot be started end with one clear sentence.</summary>
public sealed class ProgramStartTests : IDisposable
{
    private readonly ProcessBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Start_CommandNotInPath_SaysSo() => Assert.StartsWith(
        "The command 'no-such-command' was not found in PATH, which is '",
        await ErrorOfAsync(new ProgramSpecification { Command = ["no-such-command"] }));

    [Fact]
    public async Task Start_FileNotThere_SaysSo() => Assert.Equal(
        "The command '/no/such/file' was not found: there is no file '/no/such/file'.",
        await ErrorOfAsync(new ProgramSpecification { Command = ["/no/such/file"] }));

    [Fact]
    public async Task Start_FileNotExecutable_SaysSo() => Assert.StartsWith(
        "The command '/etc/passwd' is not executable: ",
        await ErrorOfAsync(new ProgramSpecification { Command = ["/etc/passwd"] }));

    [Fact]
    public async Task Start_WorkingDirectoryNotThere_SaysSo() => Assert.Equal(
        "The program's working directory '/no/such/folder' does not exist on this worker.",
        await ErrorOfAsync(new ProgramSpecification
        {
            Command = ["true"],
            WorkingDirectory = "/no/such/folder",
        }));

    [Fact]
    public async Task Start_ReferencedVariablesNotSet_NamesThem() => Assert.StartsWith(
        "The program's environment refers to 'NOT_SET_HERE' (for 'TOKEN') and 'NOT_SET', which is "
        + "not set where the worker runs",
        await ErrorOfAsync(new ProgramSpecification
        {
            Command = ["true"],
            Environment = [new("TOKEN", null, "NOT_SET_HERE"), new("NOT_SET", null, "NOT_SET")],
        }));

    [Theory]
    [InlineData("--m={momentum}", "names 'momentum', which is no active parameter of the trial")]
    [InlineData("--m={lr", "has a '{' without its pair")]
    [InlineData("--m=lr}", "has a '}' without its pair")]
    public async Task Start_PlaceholderUnknown_SaysSo(string argument, string expected) =>
        Assert.Contains(
            expected,
            await ErrorOfAsync(new ProgramSpecification { Command = ["true", argument] }));

    [Fact]
    public async Task Start_IsolatedFunctionWithoutLauncher_SaysSo() => Assert.Contains(
        "'train' is to run isolated, but this worker has no launcher for functions",
        await ErrorOfAsync(new ProgramSpecification { Function = "train", Isolated = true }));

    [Fact]
    public async Task Start_IsolatedFunctionWithLauncher_PassesItsName()
    {
        _bench.Options = new ProcessRunnerOptions { Launcher = ["/bin/echo", "trial"] };
        (_, ProgramWatch watch) = _bench.Start(
            new ProgramSpecification { Function = "train", Isolated = true });

        Assert.Equal(AttemptEnd.Returned, (await watch.EndedAsync()).End);
        Assert.Equal("trial train\n", _bench.OutputLog);
    }

    [Fact]
    public void Runner_WithoutRecordsFolder_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ProcessRunner(new ProcessRunnerOptions()));

    private async Task<string> ErrorOfAsync(ProgramSpecification program)
    {
        (_, ProgramWatch watch) = _bench.Start(program);
        var ended = await watch.NextAsync<ProgramWatch.HasEnded>();
        Assert.Equal(AttemptEnd.Error, ended.End);
        Assert.Empty(_bench.Records);
        return ended.Message;
    }
}
