using System.Diagnostics;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Checks;

/// <summary>
/// Looks at a journal's file and measures how long its disk takes to keep a write.
/// </summary>
internal static class JournalChecks
{
    private const int SyncCount = 20;

    internal static async Task<IReadOnlyList<Finding>> RunAsync(
        string path, CancellationToken cancellation)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            return [new Finding(FindingLevel.Error, "journal",
                $"the folder '{folder}' does not exist; create it")];
        return [await JournalAsync(path, cancellation), Sync(folder)];
    }

    private static async Task<Finding> JournalAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            return new Finding(FindingLevel.Ok, "journal",
                $"'{path}' does not exist yet; run creates it");
        try
        {
            await using SqliteStudyJournal journal = JournalFiles.OpenExisting(path);
            IReadOnlyList<StudyListing> studies = await journal.ListAsync(cancellation);
            string size = (new FileInfo(path).Length / 1024.0 / 1024)
                .ToString("0.0", CultureInfo.InvariantCulture);
            return new Finding(FindingLevel.Ok, "journal",
                $"'{path}', {size} MiB, "
                + $"{studies.Count} {(studies.Count == 1 ? "study" : "studies")}, "
                + $"{Numbers.Of(studies.Sum(study => study.EventCount), "event")}");
        }
        catch (JournalException failure)
        {
            return new Finding(FindingLevel.Error, "journal", failure.Message);
        }
    }

    /// <summary>
    /// The middle of some synchronised writes of one page: what a commit has to wait for.
    /// </summary>
    private static Finding Sync(string folder)
    {
        string path = Path.Combine(folder, $".actortune-{Guid.NewGuid():N}");
        try
        {
            using var file = new FileStream(
                path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                FileOptions.DeleteOnClose);
            var times = new List<double>();
            byte[] page = new byte[4096];
            for (int i = 0; i < SyncCount; i++)
            {
                long start = Stopwatch.GetTimestamp();
                file.Write(page);
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            return new Finding(FindingLevel.Ok, "disk", string.Create(
                CultureInfo.InvariantCulture,
                $"a synchronised write to '{folder}' takes {times[SyncCount / 2]:0.00} ms"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new Finding(FindingLevel.Error, "disk",
                $"'{folder}' cannot be written: {failure.Message}");
        }
    }
}
