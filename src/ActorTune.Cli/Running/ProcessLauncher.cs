using System.Reflection;

namespace ActorTune.Cli.Running;

/// <summary>How this tool starts itself as the process of one attempt.</summary>
internal static class ProcessLauncher
{
    /// <summary>The command to which a function's name is appended.</summary>
    /// <param name="folder">The folder that a relative name starts from.</param>
    internal static IReadOnlyList<string> Command(string folder)
    {
        string assembly = Assembly.GetExecutingAssembly().Location;
        string host = Environment.ProcessPath ?? "dotnet";
        bool isTool = Path.GetFileNameWithoutExtension(host)
            .Equals(Path.GetFileNameWithoutExtension(assembly), StringComparison.Ordinal);
        string[] self = isTool ? [host] : [host, assembly];
        return [.. self, "trial", "--folder", folder];
    }
}
