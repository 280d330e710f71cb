namespace ActorTune.Journal.Sqlite.Tests;

public sealed class SqliteStudyJournalTests
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);
    private static readonly StudyJournalSpec Spec = new(
        StudyJournalTraits.Reopens | StudyJournalTraits.LocksWriters, Create);

    public static IEnumerable<object[]> Names => Spec.Names.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_keeps_the_contract(string name) => Spec.RunAsync(name);

    [Theory]
    [InlineData(Durability.Full, "2")]
    [InlineData(Durability.Normal, "1")]
    public async Task The_pragmas_in_force_are_those_promised(
        Durability durability, string synchronous)
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(
            folder.Journal, new SqliteJournalOptions { Durability = durability });
        Assert.Equal("wal", await journal.PragmaAsync("journal_mode"));
        Assert.Equal(synchronous, await journal.PragmaAsync("synchronous"));
        Assert.Equal("1", await journal.PragmaAsync("user_version"));
        Assert.Equal(
            JournalSchema.ApplicationId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            await journal.PragmaAsync("application_id"));
    }

    [Fact]
    public async Task A_batch_is_one_row()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, 100)]);
        long rows = await journal.WithStoreAsync(
            store => store.Database.Integer("SELECT count(*) FROM commits"), default);
        Assert.Equal(1, rows);
    }

    [Fact]
    public async Task Every_batch_that_a_torn_log_still_holds_whole_is_read()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        var ends = new List<long> { 0 };
        for (int i = 0; i < 20; i++)
        {
            await writer.AppendAsync(One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, 9)]);
            ends.Add(writer.Head.Value);
        }

        long last = long.MaxValue;
        long length = new FileInfo(folder.Journal + "-wal").Length;
        for (int cut = 0; cut < 24; cut++)
        {
            long count = await CountAfterTearingAsync(folder, cut, length - cut * (length / 24));
            Assert.Contains(count, ends);
            Assert.True(count <= last, $"A shorter log gave {count} entries, a longer one {last}.");
            last = count;
        }

        Assert.Equal(180, ends[^1]);
        Assert.True(last < 180);
    }

    // A full disk or a kill may cut a checkpoint off half-way: the file alone is then no database.
    [Fact]
    public async Task A_file_that_is_whole_only_together_with_its_log_is_read()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        for (int i = 0; i < 20; i++)
            await writer.AppendAsync(One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, 9)]);

        string copy = folder.File("half.db");
        File.Copy(folder.Journal, copy);
        File.Copy(folder.Journal + "-wal", copy + "-wal");
        await using (FileStream file = File.OpenWrite(copy))
            file.SetLength(4096);

        await using var half = new SqliteStudyJournal(copy);
        Assert.Equal(180, (await half.ReadAllAsync(Study)).Count);
    }

    [Fact]
    public async Task A_full_disk_fails_the_append_loses_nothing_and_ends_when_there_is_space()
    {
        using var folder = new TemporaryFolder();
        var small = new SqliteJournalOptions { MaxPageCount = 12 };
        long head = 0;
        await using (var journal = new SqliteStudyJournal(folder.Journal, small))
        {
            await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
            JournalException error = await Assert.ThrowsAsync<JournalException>(async () =>
            {
                while (true)
                {
                    await writer.AppendAsync(
                        One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, 20)]);
                    head = writer.Head.Value;
                }
            });
            Assert.Equal(JournalFailure.Full, error.Failure);
            Assert.True(error.MayPass);
            Assert.StartsWith("There is no space left for the journal", error.Message);
            Assert.Equal(head, (await writer.RefreshAsync(default)).Value);
            Assert.True(head > 0);
        }

        await using var again = new SqliteStudyJournal(folder.Journal);
        Assert.Equal(head, (await again.ReadAllAsync(Study)).Count);
        await using IStudyJournalWriter next = await again.OpenAsync(Study);
        await next.AppendAsync(One, StudyEventSamples.Measurement);
    }

    [Fact]
    public async Task The_first_append_to_a_full_disk_leaves_no_study_behind()
    {
        using var folder = new TemporaryFolder();
        var small = new SqliteJournalOptions { MaxPageCount = 5 };
        await using var journal = new SqliteStudyJournal(folder.Journal, small);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await Assert.ThrowsAsync<JournalException>(() => writer.AppendAsync(
            One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, 500)]));
        Assert.Empty(await journal.ListAsync(default));
        Assert.Equal(
            0, await journal.WithStoreAsync(
                store => store.Database.Integer("SELECT count(*) FROM studies"), default));
    }

    [Fact]
    public async Task A_journal_that_may_only_be_read_says_so_when_it_is_written()
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(new StudyId("other"));
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        await using var reading = new SqliteStudyJournal(
            folder.Journal, new SqliteJournalOptions { OpenReadOnly = true });
        await using IStudyJournalWriter refused = await reading.OpenAsync(Study);
        JournalException error = await Assert.ThrowsAsync<JournalException>(
            () => refused.AppendAsync(One, StudyEventSamples.Measurement));
        Assert.Equal(JournalFailure.ReadOnly, error.Failure);
        Assert.Contains("may only be read", error.Message);
        Assert.Single(await reading.ReadAllAsync(new StudyId("other")));
    }

    [Theory]
    [InlineData("UPDATE commits SET payload = x'7b7d'", "cannot be read")]
    [InlineData("UPDATE commits SET payload = NULL || x''", "NOT NULL")]
    [InlineData("UPDATE commits SET last = last + 1", "holds other entries")]
    public async Task A_batch_that_is_not_what_was_written_is_refused(string sql, string message)
    {
        using var folder = new TemporaryFolder();
        await using var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        JournalException error = await Assert.ThrowsAsync<JournalException>(async () =>
        {
            await journal.WithStoreAsync(store => Execute(store, sql), default);
            await journal.ReadAllAsync(Study);
        });
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public async Task After_disposing_nothing_is_written_and_disposing_again_is_harmless()
    {
        using var folder = new TemporaryFolder();
        var journal = new SqliteStudyJournal(folder.Journal);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await journal.DisposeAsync();
        await journal.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => writer.AppendAsync(One, StudyEventSamples.Measurement));
    }

    private static async Task<long> CountAfterTearingAsync(
        TemporaryFolder folder, int cut, long left)
    {
        string copy = folder.File($"copy-{cut}.db");
        File.Copy(folder.Journal, copy);
        File.Copy(folder.Journal + "-wal", copy + "-wal");
        await using (FileStream log = File.OpenWrite(copy + "-wal"))
            log.SetLength(left);
        await using var torn = new SqliteStudyJournal(copy);
        long count = (await torn.ReadAllAsync(Study)).Count;
        await using IStudyJournalWriter writer = await torn.OpenAsync(Study);
        Assert.Equal(count, writer.Head.Value);
        await writer.AppendAsync(One, StudyEventSamples.Measurement);
        return count;
    }

    private static bool Execute(CommitStore store, string sql)
    {
        store.Database.Execute(sql);
        return true;
    }

    private static StudyJournalSubject Create()
    {
        var folder = new TemporaryFolder();
        var options = new SqliteJournalOptions { PollInterval = TimeSpan.FromMilliseconds(5) };
        return new StudyJournalSubject
        {
            Open = () => new SqliteStudyJournal(folder.Journal, options),
            CleanUp = folder.Dispose,
        };
    }
}
