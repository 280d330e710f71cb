namespace ActorTune.Journal.Sqlite.Tests;

public sealed class StudyLockTests
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);

    [Fact]
    public async Task Another_process_is_refused_and_told_who_holds_the_study()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        using OtherProcess other = OtherProcess.Start(folder.Journal, Study);
        Assert.Equal($"in use by {Environment.ProcessId}", await other.ReadAsync());
    }

    [Fact]
    public async Task The_holder_in_another_process_is_named_and_killing_it_frees_the_study()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        using OtherProcess other = OtherProcess.Start(folder.Journal, Study);
        Assert.Equal($"holding {other.Id}", await other.ReadAsync());
        Assert.Equal("appended 1", await other.AppendAsync());
        Assert.Equal("appended 2", await other.AppendAsync());

        var error = await Assert.ThrowsAsync<StudyInUseException>(
            async () => await journal.OpenAsync(Study));
        Assert.Equal(other.Id, error.Holder?.ProcessId);
        Assert.Equal(Environment.MachineName, error.Holder?.Host);
        Assert.Equal(2, (await journal.ReadAllAsync(Study)).Count);

        await other.KillAsync();
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        Assert.Equal(2, writer.Head.Value);
        await writer.AppendAsync(One.Next, StudyEventSamples.Measurement);
    }

    [Fact]
    public async Task Two_processes_write_two_studies_of_one_file()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        var second = new StudyId("second");
        using OtherProcess other = OtherProcess.Start(folder.Journal, second);
        Assert.Equal($"holding {other.Id}", await other.ReadAsync());
        for (int i = 1; i <= 20; i++)
        {
            Task<string?> theirs = other.AppendAsync();
            await writer.AppendAsync(One, StudyEventSamples.Measurement);
            Assert.Equal($"appended {i}", await theirs);
        }

        Assert.Equal(20, (await journal.ReadAllAsync(Study)).Count);
        Assert.Equal(20, (await journal.ReadAllAsync(second)).Count);
    }

    [Fact]
    public void The_lock_file_names_its_holder_while_it_is_held()
    {
        using var folder = new TemporaryFolder();
        string path = StudyLock.PathOf(folder.Journal, Study);
        using (StudyLock.Take(folder.Journal, Study))
            Assert.True(new FileInfo(path).Length > 0);
        Assert.Equal(0, new FileInfo(path).Length);
    }

    [Fact]
    public void What_a_killed_holder_left_in_the_lock_file_means_nothing()
    {
        using var folder = new TemporaryFolder();
        var gone = new WriterIdentity("elsewhere", 1, DateTimeOffset.UnixEpoch);
        File.WriteAllText(StudyLock.PathOf(folder.Journal, Study), gone.ToLines() + "and more");
        using StudyLock taken = StudyLock.Take(folder.Journal, Study);
        var error = Assert.Throws<StudyInUseException>(() => StudyLock.Take(folder.Journal, Study));
        Assert.Equal(WriterIdentity.Current, error.Holder);
    }
}
