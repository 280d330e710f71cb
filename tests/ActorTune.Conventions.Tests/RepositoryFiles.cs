namespace ActorTune.Conventions;

/// <summary>The files of this repository, found from where the tests were built.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] Folders =
        [".ci", "bench", "config", "docker", "docs", "eng", "samples", "src", "tests", "tools"];

    private static readonly HashSet<string> BuiltFolders = new(StringComparer.Ordinal)
    {
        "bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts",
        "__pycache__", ".actortune",
    };

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(() =>
        [.. new[] { "src", "tests" }.SelectMany(folder => Under(folder, ".cs"))
            .Select(path => new SourceFile(path))]);

    /// <summary>The folder of ActorTune.sln.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Every C# file of src and tests, in the order of their paths.</summary>
    internal static IReadOnlyList<SourceFile> Sources => AllSources.Value;

    /// <summary>The C# files of product code.</summary>
    internal static IEnumerable<SourceFile> ProductSources =>
        Sources.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal));

    /// <summary>Paths of all files that belong to the repository, relative to its root.</summary>
    internal static IReadOnlyList<string> All() =>
        [.. Directory.EnumerateFiles(Root).Select(Relative)
            .Concat(Folders.SelectMany(folder => Under(folder, string.Empty)))];

    /// <summary>Paths of the files below a folder whose names end so, sorted.</summary>
    internal static IEnumerable<string> Under(string folder, string ending)
    {
        string start = Path.Combine(Root, folder);
        return Directory.Exists(start)
            ? Walk(start).Where(path => path.EndsWith(ending, StringComparison.Ordinal))
                .Select(Relative).Order(StringComparer.Ordinal)
            : [];
    }

    /// <summary>The text of a file.</summary>
    internal static string Read(string relative) => File.ReadAllText(Absolute(relative));

    /// <summary>Where a file of the repository lies on this machine.</summary>
    internal static string Absolute(string relative) => Path.Combine(Root, relative);

    private static string Relative(string path) =>
        Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static IEnumerable<string> Walk(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(inner => !BuiltFolders.Contains(Path.GetFileName(inner)))
            .SelectMany(Walk));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ActorTune.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException(
            $"No folder above '{AppContext.BaseDirectory}' holds ActorTune.sln. Build the tests "
            + "inside a checkout of the repository.");
    }
}
