using System.Xml.Linq;

namespace ActorTune.Conventions;

/// <summary>What a project file says that the conventions care about.</summary>
internal sealed class ProjectFile
{
    private const string Prefix = "ActorTune.";
    private static readonly string[] Apart = ["Akka", "TorchSharp"];
    private readonly XDocument _document;

    private ProjectFile(string path)
    {
        Path = path;
        _document = XDocument.Parse(RepositoryFiles.Read(path));
    }

    internal string Path { get; }

    /// <summary>The name without the common prefix.</summary>
    internal string ShortName => Short(Path);

    /// <summary>The name of what it builds, which for a command is the command's.</summary>
    internal string AssemblyName =>
        _document.Descendants("AssemblyName").FirstOrDefault()?.Value
        ?? System.IO.Path.GetFileNameWithoutExtension(Path);

    internal bool IsPure =>
        _document.Descendants("ActorTuneKind").Any(kind => kind.Value == "Pure");

    internal IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>Those that it is compiled against; others are only built before it.</summary>
    internal IEnumerable<string> Projects => Includes("ProjectReference").Select(Short);

    internal static IReadOnlyList<ProjectFile> Products() =>
        [.. RepositoryFiles.Under("src", ".csproj").Select(path => new ProjectFile(path))];

    /// <summary>Whether a project is built only where the package feed has what it needs.</summary>
    internal static bool IsApart(string path) =>
        Apart.Any(name => path.StartsWith($"src/ActorTune.{name}/", StringComparison.Ordinal)
            || path.StartsWith($"tests/ActorTune.{name}.Tests", StringComparison.Ordinal));

    private static string Short(string path)
    {
        string name = System.IO.Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }

    private IEnumerable<string> Includes(string element) =>
        _document.Descendants(element)
            .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
            .Select(item => (string?)item.Attribute("Include")).OfType<string>();
}
