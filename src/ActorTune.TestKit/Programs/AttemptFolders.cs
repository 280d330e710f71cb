using System.Globalization;
using System.Security.Cryptography;

namespace ActorTune.TestKit.Programs;

/// <summary>The folders of the attempts of one case, gone when the case is over.</summary>
internal sealed class AttemptFolders : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("trial-program-").FullName;
    private readonly HashSet<string> _given = [];

    /// <summary>A fresh folder for an attempt.</summary>
    internal string Next()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"attempt-{_given.Count + 1}");
        _given.Add(name);
        return Directory.CreateDirectory(Path.Combine(_root, name)).FullName;
    }

    /// <summary>What lies beside the folders that were given.</summary>
    internal IEnumerable<string> Strangers() => Directory.EnumerateFileSystemEntries(_root)
        .Select(path => Path.GetFileName(path))
        .Where(name => !_given.Contains(name))
        .Order(StringComparer.Ordinal);

    /// <summary>A copy of a folder in a fresh place, as on another machine.</summary>
    internal string Copy(string folder)
    {
        string target = Next();
        foreach (string file in Files(folder))
        {
            string copy = Path.Combine(target, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    /// <summary>Every file of a folder with a hash of its content.</summary>
    internal static IReadOnlyList<string> Content(string folder) =>
    [
        .. Files(folder).Select(file => $"{Path.GetRelativePath(folder, file)} "
            + Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)), 0, 4)),
    ];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static IEnumerable<string> Files(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal);
}
