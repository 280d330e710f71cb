namespace ActorTune.Journal.Sqlite.Tests;

public sealed class JournalFileTests
{
    private static readonly StudyId Study = new("study");
    private static readonly Epoch One = new(1);

    [Fact]
    public void A_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Journal);
        Refuses(folder.Journal, JournalFailure.NotAJournal, "is a folder");
    }

    [Fact]
    public void A_missing_folder_is_refused_and_not_made()
    {
        using var folder = new TemporaryFolder();
        Refuses(folder.File("none/study.db"), JournalFailure.Missing, "does not exist; create it");
        Assert.False(Directory.Exists(folder.File("none")));
    }

    [Fact]
    public void A_missing_file_is_not_made_where_that_is_not_wanted()
    {
        using var folder = new TemporaryFolder();
        Refuses(
            folder.Journal,
            JournalFailure.Missing,
            "There is no journal",
            new SqliteJournalOptions { CreateIfMissing = false });
        Assert.False(File.Exists(folder.Journal));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("{\"a\":1}", "is not a journal")]
    [InlineData("SQLite format 3\0 and then something else", "is not a journal")]
    public void A_file_of_another_kind_is_refused_and_kept(string text, string message)
    {
        using var folder = new TemporaryFolder();
        text = text.Length > 0 ? text.PadRight(5000, '.') : text;
        File.WriteAllText(folder.Journal, text);
        Refuses(folder.Journal, JournalFailure.NotAJournal, message);
        Assert.Equal(text, File.ReadAllText(folder.Journal));
        Assert.Single(Directory.GetFiles(folder.File(string.Empty)));
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_kept()
    {
        using var folder = new TemporaryFolder();
        using (SqliteDatabase database = SqliteDatabase.Create(folder.Journal))
            database.Execute("CREATE TABLE notes(text); INSERT INTO notes VALUES('mine')");
        byte[] before = File.ReadAllBytes(folder.Journal);
        Refuses(folder.Journal, JournalFailure.NotAJournal, "a database of another program");
        Assert.Equal(before, File.ReadAllBytes(folder.Journal));
        Assert.Single(Directory.GetFiles(folder.File(string.Empty)));
    }

    [Fact]
    public async Task A_journal_cut_short_is_refused_and_kept()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.Journal, 1000);
        long whole = new FileInfo(folder.Journal).Length;
        foreach (long length in new[] { whole - 1, whole / 2, 4096, 100 })
        {
            await using (FileStream file = File.OpenWrite(folder.Journal))
                file.SetLength(length);
            Exception? error = Record.Exception(() => new SqliteStudyJournal(folder.Journal));
            var refused = Assert.IsType<JournalException>(error);
            Assert.True(refused.Failure is JournalFailure.Damaged or JournalFailure.NotAJournal);
            Assert.Equal(length, new FileInfo(folder.Journal).Length);
        }
    }

    [Fact]
    public void A_journal_of_a_newer_build_is_refused_and_kept()
    {
        using var folder = new TemporaryFolder();
        Fabricate(folder.Journal, version: 2, "CREATE TABLE future(a)");
        Refuses(folder.Journal, JournalFailure.TooNew, "has version 2; this build knows");
        using SqliteDatabase database = SqliteDatabase.Inspect(folder.Journal);
        Assert.Equal(2, database.Integer("PRAGMA user_version"));
    }

    [Fact]
    public async Task A_journal_of_version_0_is_upgraded_and_used()
    {
        using var folder = new TemporaryFolder();
        Fabricate(folder.Journal, version: 0, "SELECT 1");
        await WriteAsync(folder.Journal, 3);
        await using var journal = new SqliteStudyJournal(folder.Journal);
        Assert.Equal(3, (await journal.ReadAllAsync(Study)).Count);
        Assert.Equal("1", await journal.PragmaAsync("user_version"));
    }

    [Fact]
    public async Task Later_steps_run_once_in_order_and_keep_what_is_there()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.Journal, 3);
        string[] steps =
        [
            .. JournalSchema.Steps,
            "CREATE TABLE extra(n); INSERT INTO extra SELECT count(*) FROM commits",
            "UPDATE extra SET n = n + 40",
        ];
        using (SqliteDatabase database = SqliteDatabase.Open(folder.Journal, new()))
        {
            JournalSchema.Upgrade(database, folder.Journal, steps);
            JournalSchema.Upgrade(database, folder.Journal, steps);
            Assert.Equal(41, database.Integer("SELECT n FROM extra"));
            Assert.Equal(3, database.Integer("PRAGMA user_version"));
        }

        Refuses(folder.Journal, JournalFailure.TooNew, "has version 3");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_older_version_whole()
    {
        using var folder = new TemporaryFolder();
        await WriteAsync(folder.Journal, 3);
        string[] steps = [.. JournalSchema.Steps, "CREATE TABLE extra(n)", "no SQL at all"];
        using (SqliteDatabase database = SqliteDatabase.Open(folder.Journal, new()))
        {
            Assert.Throws<JournalException>(
                () => JournalSchema.Upgrade(database, folder.Journal, steps));
            Assert.Equal(1, database.Integer("PRAGMA user_version"));
        }

        await using var journal = new SqliteStudyJournal(folder.Journal);
        Assert.Equal(3, (await journal.ReadAllAsync(Study)).Count);
    }

    [Fact]
    public async Task A_path_with_signs_that_have_a_meaning_in_addresses_is_a_path()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("a b?c#d%41&e.db");
        await WriteAsync(path, 3);
        await using var journal = new SqliteStudyJournal(path);
        Assert.Equal(3, (await journal.ReadAllAsync(Study)).Count);
    }

    [Fact]
    public async Task Many_openings_at_once_make_one_file()
    {
        using var folder = new TemporaryFolder();
        IStudyJournal[] journals = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Task.Run(() => (IStudyJournal)new SqliteStudyJournal(folder.Journal))));
        await using (IStudyJournalWriter writer = await journals[0].OpenAsync(Study))
            await writer.AppendAsync(One, StudyEventSamples.Measurement);
        foreach (IStudyJournal journal in journals)
        {
            Assert.Single(await journal.ReadAllAsync(Study));
            await journal.DisposeAsync();
        }

        Assert.Empty(Directory.GetFiles(folder.File(string.Empty), "*.new*"));
    }

    [Theory]
    [InlineData("nfs")]
    [InlineData("NFS4")]
    [InlineData("cifs")]
    [InlineData("smb2")]
    [InlineData("9p")]
    public void Network_file_systems_are_known(string kind) =>
        Assert.True(NetworkFileSystems.IsNetwork(kind));

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    [InlineData("tmpfs")]
    [InlineData("overlay")]
    public void Local_file_systems_are_not_refused(string kind) =>
        Assert.False(NetworkFileSystems.IsNetwork(kind));

    [Fact]
    public void A_network_file_system_is_refused_with_the_way_out()
    {
        JournalException error = NetworkFileSystems.Refuse("/mnt/study.db", "nfs");
        Assert.Equal(
            "The journal '/mnt/study.db' lies on a network file system (nfs), where two machines "
                + "could write at the same time. Put it on a local disk, or allow it with "
                + "AllowNetworkFileSystem where only one machine uses it.",
            error.Message);
    }

    [Theory]
    [InlineData(13, JournalFailure.Full)]
    [InlineData(8, JournalFailure.ReadOnly)]
    [InlineData(1032, JournalFailure.ReadOnly)]
    [InlineData(3, JournalFailure.ReadOnly)]
    [InlineData(26, JournalFailure.NotAJournal)]
    [InlineData(11, JournalFailure.Damaged)]
    [InlineData(267, JournalFailure.Damaged)]
    [InlineData(14, JournalFailure.Unavailable)]
    [InlineData(5, JournalFailure.Unavailable)]
    [InlineData(10, JournalFailure.Unavailable)]
    [InlineData(1034, JournalFailure.Unavailable)]
    public void Every_result_code_means_something_to_do(int code, JournalFailure failure) =>
        Assert.Equal(failure, SqliteFailures.Translate(code, "study.db", "detail").Failure);

    private static void Refuses(
        string path,
        JournalFailure failure,
        string message,
        SqliteJournalOptions? options = null)
    {
        var error = Assert.Throws<JournalException>(() => new SqliteStudyJournal(path, options));
        Assert.Equal(failure, error.Failure);
        Assert.Contains(message, error.Message);
        Assert.Contains(path, error.Message);
    }

    private static void Fabricate(string path, int version, string sql)
    {
        using SqliteDatabase database = SqliteDatabase.Create(path);
        database.Execute($"PRAGMA application_id = {JournalSchema.ApplicationId}");
        database.Execute($"PRAGMA user_version = {version}");
        database.Execute(sql);
    }

    private static async Task WriteAsync(string path, int count)
    {
        await using var journal = new SqliteStudyJournal(path);
        await using IStudyJournalWriter writer = await journal.OpenAsync(Study);
        await writer.AppendAsync(One, [.. Enumerable.Repeat(StudyEventSamples.Measurement, count)]);
    }
}
