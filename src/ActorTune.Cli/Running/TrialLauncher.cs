namespace ActorTune.Cli.Running;

/// <summary>The command that runs a trial function in a process of its own: this program.</summary>
internal static class TrialLauncher
{
    /// <summary>Words before the function's name.</summary>
    internal static IReadOnlyList<string> OfThisProcess() =>
        Words(Environment.ProcessPath, typeof(TrialLauncher).Assembly.Location);

    /// <summary>
    /// The program's own executable where that is what was started; otherwise the host that was,
    /// with the program's assembly.
    /// </summary>
    internal static IReadOnlyList<string> Words(string? process, string assembly)
    {
        string name = Path.GetFileNameWithoutExtension(process ?? "");
        if (name == Path.GetFileNameWithoutExtension(assembly))
            return [process!, "trial"];
        return name == "dotnet"
            ? [process!, assembly, "trial"]
            : ["dotnet", assembly, "trial"];
    }
}
