namespace ActorTune.Worker.Checkpoints;

public sealed class SharedCheckpointsTests : IDisposable
{
    private static readonly StudyId Parent = new("parent");
    private static readonly StudyId Fork = new("fork");
    private static readonly Checkpoint Saved = new(new(new TrialNumber(3), 2), new Resource(9));
    private static readonly Checkpoint Gone = new(new(new TrialNumber(4), 1), new Resource(1));

    private readonly TrialFolders _folders = new(
        Directory.CreateTempSubdirectory("actortune-shared-").FullName);

    private string There => _folders.Of(Parent, Saved);

    private string Here => _folders.Of(Fork, Saved);

    public void Dispose() => Directory.Delete(_folders.Root, recursive: true);

    [Fact]
    public void A_fork_has_the_same_files_under_names_of_its_own()
    {
        Save("weights", "1");
        Save("parts/first", "2");

        Assert.Equal([Gone], Share());

        Assert.Equal("1", File.ReadAllText(Path.Combine(Here, "weights")));
        Assert.Equal("2", File.ReadAllText(Path.Combine(Here, "parts", "first")));
        Assert.Equal(["checkpoint-9"], Directory
            .EnumerateFileSystemEntries(Path.GetDirectoryName(Here)!)
            .Select(path => Path.GetFileName(path)!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_one_study_drops_the_other_keeps(bool isParent)
    {
        Save("weights", "1");
        Share();

        DroppedCheckpoint.Delete(isParent ? There : Here);

        Assert.False(Directory.Exists(isParent ? There : Here));
        Assert.Equal("1", File.ReadAllText(Path.Combine(isParent ? Here : There, "weights")));
    }

    [Fact]
    public void What_an_interrupted_fork_or_an_older_study_left_is_replaced()
    {
        Save("weights", "1");
        Directory.CreateDirectory(Here);
        File.WriteAllText(Path.Combine(Here, "old"), "x");
        Directory.CreateDirectory(Here + ".partial");

        Share();

        Assert.Equal(
            ["weights"], Directory.EnumerateFiles(Here).Select(path => Path.GetFileName(path)!));
        Assert.False(Directory.Exists(Here + ".partial"));
    }

    [Fact]
    public void A_checkpoint_that_is_being_dropped_is_missing()
    {
        Save("weights", "1");
        Directory.Move(There, There + ".dropped");

        Assert.Equal([Saved, Gone], Share());

        Assert.False(Directory.Exists(Here));
        DroppedCheckpoint.Delete(There);
        Assert.False(Directory.Exists(There + ".dropped"));
    }

    private IReadOnlyList<Checkpoint> Share() =>
        new SharedCheckpoints(_folders).Share(Parent, Fork, [Saved, Gone]);

    private void Save(string name, string text)
    {
        string path = Path.Combine(There, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
