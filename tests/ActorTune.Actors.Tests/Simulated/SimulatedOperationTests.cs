namespace ActorTune.Actors.Tests.Simulated;

public sealed class SimulatedOperationTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Operation_that_waits_on_the_clock_comes_back_when_due(bool capturesContext)
    {
        var host = new SimulatedActorHost(1);
        var heard = new List<(string, TimeSpan)>();
        host.Spawn("actor", () => new Caller(
            async cancellation =>
            {
                await Task.Delay(TimeSpan.FromSeconds(1), host.Time, cancellation)
                    .ConfigureAwait(capturesContext);
                await Task.Delay(TimeSpan.FromSeconds(2), host.Time, cancellation)
                    .ConfigureAwait(capturesContext);
                return "done";
            },
            text => heard.Add((text, host.Clock.Elapsed))));
        host.RunUntilIdle();
        Assert.Equal(1, host.RunningOperationCount);
        host.AdvanceBy(TimeSpan.FromSeconds(10));
        Assert.Equal([("done", TimeSpan.FromSeconds(3))], heard);
        Assert.Equal(0, host.RunningOperationCount);
    }

    [Fact]
    public async Task Operation_on_another_thread_is_reported()
    {
        var host = new SimulatedActorHost(42);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Spawn("actor", () => new Caller(
            async _ =>
            {
                await left.Task;
                return "from elsewhere";
            },
            _ => { }));
        host.RunUntilIdle();
        left.SetResult();
        while (host.RunningOperationCount > 0)
        {
            await Task.Yield();
        }

        var error = await Until(() => Record.Exception(() => { host.Step(); }));
        Assert.Contains("seed 42", error.Message, StringComparison.Ordinal);
        Assert.Contains("/actor", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ask_from_an_operation_returns_inside_the_simulation()
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var host = new SimulatedActorHost(seed);
            var heard = new List<string>();
            var server = host.Spawn("server", () => new Server());
            host.Spawn("actor", () => new Caller(
                async cancellation => await host.Ask(
                    server,
                    (IActorRef<string> replyTo) => replyTo,
                    TimeSpan.FromSeconds(1),
                    cancellation).ConfigureAwait(false),
                heard.Add));
            host.RunUntilIdle();
            Assert.Equal(["served"], heard);
        }
    }

    private static async Task<T> Until<T>(Func<T?> look)
        where T : class
    {
        while (true)
        {
            if (look() is { } found)
            {
                return found;
            }

            await Task.Yield();
        }
    }

    private sealed class Caller(
        Func<CancellationToken, ValueTask<string>> operation, Action<string> heard)
        : Actor<string>
    {
        protected override void OnStarted() => Context.PipeToSelf(
            operation, result => result.Match(value => value, error => error.Message));

        protected override void Receive(string message) => heard(message);
    }

    private sealed class Server : Actor<IActorRef<string>>
    {
        protected override void Receive(IActorRef<string> message) => message.Tell("served");
    }
}
