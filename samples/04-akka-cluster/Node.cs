using System.Globalization;
using Akka.Configuration;

namespace ActorTune.Samples.AkkaCluster;

/// <summary>What the command line says of this node: its role, its port and where files are.
/// </summary>
internal sealed record Node(string Role, int Port, string Folder)
{
    public const string Usage = "Say: coordinator|worker PORT [FOLDER], such as: worker 4061";

    /// <summary>The worker's name in the journal: the same when the node starts again.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Role}-{Port}");

    public Config Settings => ConfigurationFactory.ParseString(string.Create(
            CultureInfo.InvariantCulture,
            $"akka.cluster.roles = [{Role}]\nakka.remote.dot-netty.tcp.port = {Port}"))
        .WithFallback(Read("cluster.conf"))
        .WithFallback(Read("akka.conf"));

    /// <summary>Null if the command line is none.</summary>
    public static Node? Parse(string[] arguments) =>
        arguments is [("coordinator" or "worker") and var role, var port, .. var rest]
            && rest.Length <= 1
            && ushort.TryParse(port, CultureInfo.InvariantCulture, out ushort number)
                ? new Node(role, number, rest is [var folder] ? folder : "actortune-cluster")
                : null;

    private static Config Read(string file) => ConfigurationFactory.ParseString(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)));
}
