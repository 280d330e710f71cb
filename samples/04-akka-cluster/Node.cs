using System.Globalization;
using Akka.Configuration;

namespace ActorTune.Samples.AkkaCluster;

/// <summary>What the command line says of this node: its role, its port and where files are.
/// </summary>
internal sealed record Node(string Role, int Port, string Folder)
{
    // For containers: settings that go before all others, as HOCON, and the name under which the
    // other nodes reach this one.
    private const string SettingsVariable = "ACTORTUNE_SETTINGS";
    private const string HostVariable = "ACTORTUNE_HOST";

    public const string Usage = "Say: coordinator|worker|both PORT [FOLDER], such as: worker 4061";

    /// <summary>The worker's name in the journal: the same when the node starts again.</summary>
    public string Name => Environment.GetEnvironmentVariable(HostVariable) is { Length: > 0 } host
        ? host
        : string.Create(CultureInfo.InvariantCulture, $"{Role}-{Port}");

    public Config Settings => FromEnvironment()
        .WithFallback(ConfigurationFactory.ParseString(string.Create(
            CultureInfo.InvariantCulture,
            $"akka.cluster.roles = [{Roles}]\nakka.remote.dot-netty.tcp.port = {Port}")))
        .WithFallback(Read("cluster.conf"))
        .WithFallback(Read("akka.conf"));

    private string Roles => Role == "both" ? "coordinator, worker" : Role;

    /// <summary>Whether the journal is what Akka.Persistence is set up for, not a file.</summary>
    public bool HasPersistence =>
        Settings.GetString("akka.persistence.journal.plugin", string.Empty).Length > 0;

    /// <summary>Null if the command line is none.</summary>
    public static Node? Parse(string[] arguments) =>
        arguments is [("coordinator" or "worker" or "both") and var role, var port, .. var rest]
            && rest.Length <= 1
            && ushort.TryParse(port, CultureInfo.InvariantCulture, out ushort number)
                ? new Node(role, number, rest is [var folder] ? folder : "actortune-cluster")
                : null;

    private static Config FromEnvironment()
    {
        string text = Environment.GetEnvironmentVariable(SettingsVariable) ?? string.Empty;
        string? host = Environment.GetEnvironmentVariable(HostVariable);
        if (!string.IsNullOrEmpty(host))
            text += "\nakka.remote.dot-netty.tcp "
                + $"{{ hostname = \"0.0.0.0\", public-hostname = \"{host}\" }}";
        return ConfigurationFactory.ParseString(text);
    }

    private static Config Read(string file) => ConfigurationFactory.ParseString(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
}
