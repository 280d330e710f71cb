using System.Text;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>The folder of records: one file for each process that runs.</summary>
/// <param name="folder">The folder; it is created with the first record.</param>
internal sealed class ProcessRecords(string folder)
{
    private const string Extension = ".process";

    /// <summary>Writes a record to the disk; the program may begin afterwards.</summary>
    internal void Add(ProcessRecord record)
    {
        Directory.CreateDirectory(folder);
        using var file = new FileStream(
            PathOf(record), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Write(Encoding.UTF8.GetBytes(record.ToText()));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Removes a record: nothing of its process runs any more.</summary>
    internal void Remove(ProcessRecord record) => File.Delete(PathOf(record));

    /// <summary>All records and their files; null for a file that was never finished.</summary>
    internal IEnumerable<(string Path, ProcessRecord? Record)> Read()
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (string path in Directory.GetFiles(folder, "*" + Extension).Order())
        {
            ProcessRecord.TryParse(File.ReadAllText(path), out ProcessRecord? record);
            yield return (path, record);
        }
    }

    private string PathOf(ProcessRecord record) => Path.Combine(
        folder,
        string.Create(
            CultureInfo.InvariantCulture, $"{record.Process}-{record.StartTime}{Extension}"));
}
