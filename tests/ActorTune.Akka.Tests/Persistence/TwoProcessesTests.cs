using ActorTune.Akka.Persistence;
using ActorTune.Journal;
using ActorTune.Studies;
using ActorTune.TestKit.Journal;

namespace ActorTune.Akka.Tests.Persistence;

/// <summary>Two actor systems on one database, as two processes have them.</summary>
public sealed class TwoProcessesTests : IAsyncLifetime
{
    private static readonly StudyId Study = new("study");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("akka-journal");
    private AkkaSystem _here = null!;
    private AkkaSystem _there = null!;

    public Task InitializeAsync()
    {
        string settings = PluginSettings.Sqlite(Path.Combine(_folder.FullName, "journal.db"));
        _here = AkkaSystem.Create("here", settings);
        _there = AkkaSystem.Create("there", settings);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _here.Terminate();
        await _there.Terminate();
        _here.Dispose();
        _there.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AWriterWhoseStudyWasTakenOver_IsTold()
    {
        await using var ours = new AkkaPersistenceJournal(_here);
        await using var theirs = new AkkaPersistenceJournal(_there);
        await using IStudyJournalWriter first = await ours.OpenWriterAsync(Study, default);
        await AppendAsync(first, new Epoch(1));
        await using IStudyJournalWriter second = await theirs.OpenWriterAsync(Study, default);
        Assert.Equal(AppendOutcome.Appended, await AppendAsync(second, new Epoch(2)));

        Assert.Equal(AppendOutcome.StaleEpoch, await AppendAsync(first, new Epoch(1)));

        StudyListing listing = Assert.Single(await ours.ListAsync(default));
        Assert.Equal((Study, 2L), (listing.Study, listing.EventCount));
    }

    [Fact]
    public async Task AFollower_SeesWhatAnotherProcessAppends()
    {
        await using var ours = new AkkaPersistenceJournal(
            _here, pollEvery: TimeSpan.FromMilliseconds(50));
        await using var theirs = new AkkaPersistenceJournal(_there);
        await using IStudyJournalWriter writer = await theirs.OpenWriterAsync(Study, default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using IAsyncEnumerator<JournalEntry> following = ours
            .FollowAsync(Study, SequenceNumber.None, patience.Token)
            .GetAsyncEnumerator(patience.Token);
        ValueTask<bool> next = following.MoveNextAsync();

        await AppendAsync(writer, new Epoch(1));

        Assert.True(await next);
        Assert.Equal(new SequenceNumber(1), following.Current.Sequence);
    }

    private static ValueTask<AppendOutcome> AppendAsync(IStudyJournalWriter writer, Epoch epoch)
    {
        var entry = new JournalEntry(
            writer.Head.Next, epoch, DateTimeOffset.UnixEpoch, StudyEventSamples.Measurement);
        return writer.AppendAsync(epoch, writer.Head, [entry], default);
    }
}
