using System.Threading.Channels;

namespace ActorTune.Worker.Tests.Programs;

/// <summary>Takes a program's events in the order told, to be awaited one by one.</summary>
internal sealed class ProgramWatch : ITrialProgramEvents
{
    // Only a test that fails waits as long as this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Channel<object> _told = Channel.CreateUnbounded<object>();

    internal sealed record WasStarted(int? Process);

    internal sealed record WasReported(long Report, Resource Resource, MetricSet Metrics);

    internal sealed record WasCheckpointed(Resource Resource);

    internal sealed record HasEnded(AttemptEnd End, string Message);

    public void Started(int? process) => _told.Writer.TryWrite(new WasStarted(process));

    public void Reported(long report, Resource resource, MetricSet metrics) =>
        _told.Writer.TryWrite(new WasReported(report, resource, metrics));

    public void Checkpointed(Resource resource) =>
        _told.Writer.TryWrite(new WasCheckpointed(resource));

    public void Ended(AttemptEnd end, string message) =>
        _told.Writer.TryWrite(new HasEnded(end, message));

    internal async Task<T> NextAsync<T>() =>
        Assert.IsType<T>(await NextAsync());

    internal Task<object> NextAsync() => _told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    internal async Task<int> StartedAsync() => (await NextAsync<WasStarted>()).Process!.Value;

    internal async Task<long> ReportedAsync() => (await NextAsync<WasReported>()).Resource.Units;

    /// <summary>Awaits the end, over reports that come before it.</summary>
    internal async Task<(AttemptEnd End, string Message)> EndedAsync()
    {
        while (true)
        {
            object told = await NextAsync();
            if (told is HasEnded ended)
            {
                Assert.False(_told.Reader.TryRead(out _), "Something was told after the end.");
                return (ended.End, ended.Message);
            }
        }
    }
}
