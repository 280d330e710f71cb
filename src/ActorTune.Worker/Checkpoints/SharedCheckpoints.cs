using ActorTune.Programs.Checkpoints;

namespace ActorTune.Worker.Checkpoints;

/// <summary>
/// Gives a study that shares another one's past the checkpoints of that past: names of its own for
/// the same files, so that neither study has to know when the other drops one.
/// </summary>
/// <param name="folders">Where both studies keep their files.</param>
public sealed class SharedCheckpoints(TrialFolders folders)
{
    /// <summary>Shares checkpoints; the parent may run and drop some meanwhile.</summary>
    /// <param name="parent">The study that has them.</param>
    /// <param name="fork">The study that gets them; what lies at their places is replaced.</param>
    /// <param name="checkpoints">Their names, the same in both.</param>
    /// <returns>Those that are not there any more.</returns>
    /// <exception cref="IOException">One cannot be shared: no room, or no right.</exception>
    public IReadOnlyList<Checkpoint> Share(
        StudyId parent, StudyId fork, IEnumerable<Checkpoint> checkpoints)
    {
        var missing = new List<Checkpoint>();
        foreach (Checkpoint checkpoint in checkpoints)
        {
            string from = folders.Of(parent, checkpoint);
            string to = folders.Of(fork, checkpoint);
            if (!Share(from, to))
                missing.Add(checkpoint);
        }

        return missing;
    }

    // A checkpoint is dropped by taking its name away first: while the name is there, it is whole.
    private static bool Share(string from, string to)
    {
        string partial = to + ".partial";
        Remove(partial);
        Remove(to);
        if (!Directory.Exists(from) || !TryLink(from, partial) || !Directory.Exists(from))
        {
            Remove(partial);
            return false;
        }

        Directory.Move(partial, to);

        // The folders of attempt, trial and study may be new as well.
        string folder = to;
        for (int level = 0; level < 4; level++)
            DurableFolder.Flush(folder = Path.GetDirectoryName(folder)!);
        return true;
    }

    private static bool TryLink(string from, string to)
    {
        try
        {
            LinkTree(from, to);
            return true;
        }
        catch (Exception error) when (
            error is FileNotFoundException or DirectoryNotFoundException && !Directory.Exists(from))
        {
            return false;
        }
    }

    private static void LinkTree(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (FileSystemInfo entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            string name = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo { LinkTarget: null })
                LinkTree(entry.FullName, name);
            else
                HardLink.Create(entry.FullName, name);
        }

        DurableFolder.Flush(to);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
