namespace ActorTune.Conventions;

/// <summary>Which project of src may reference which: one line per project.</summary>
/// <remarks>
/// What a referenced project references is visible anyway, so it may be named as well. Recorded
/// departures: Protocol knows actors (docs/decisions/0004), and the TestKit references
/// whatever it provides suites for.
/// </remarks>
internal static class DependencyTable
{
    internal static IReadOnlyDictionary<string, string[]> Allowed { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Core"] = [],
            ["Actors"] = [],
            ["Hocon"] = [],
            ["Strategies"] = ["Core"],
            ["Simulation"] = ["Strategies"],
            ["Journal"] = ["Core"],
            ["Journal.Sqlite"] = ["Journal"],
            ["Journal.PostgreSql"] = ["Journal"],
            ["Programs"] = ["Core"],
            ["Protocol"] = ["Core", "Actors"],
            ["Coordinator"] = ["Actors", "Protocol", "Journal"],
            ["Worker"] = ["Actors", "Protocol", "Programs"],
            ["Hosting"] = ["Coordinator", "Worker", "Strategies", "Journal.Sqlite", "Programs"],
            ["Dashboard"] = ["Hosting"],
            ["Cli"] = ["Hosting", "Hocon", "Simulation", "Journal"],
            ["TestKit"] =
            [
                "Core", "Strategies", "Simulation", "Journal", "Actors", "Protocol", "Programs",
                "Coordinator", "Worker",
            ],
            ["Akka"] = ["Hosting"],
            ["TorchSharp"] = ["Programs"],
        };

    /// <summary>What a project of the table may reference, directly or through others.</summary>
    internal static HashSet<string> Reachable(string project)
    {
        var reached = new HashSet<string>(Allowed[project], StringComparer.Ordinal);
        foreach (string next in Allowed[project])
            reached.UnionWith(Reachable(next));
        return reached;
    }
}
