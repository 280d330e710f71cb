using Akka.Actor;
using Akka.Serialization;

namespace ActorTune.Akka.Wire;

/// <summary>
/// The wire form of the messages of ActorTune.Protocol and of a cluster, and of what
/// Akka.Persistence keeps. Each has a manifest of its own, and only those are read: what arrives
/// never chooses a type to be made.
/// </summary>
public sealed class ProtocolSerializer : SerializerWithStringManifest
{
    private static readonly WireForm[] Forms =
    [
        .. WorkerForms.All, .. PlacementForms.All, .. ClusterForms.All, .. StoredForms.All,
    ];

    private static readonly Dictionary<Type, WireForm> ByType =
        Forms.ToDictionary(form => form.Type);

    private static readonly Dictionary<string, WireForm> ByManifest =
        Forms.ToDictionary(form => form.Manifest, StringComparer.Ordinal);

    /// <summary>Called by Akka.NET.</summary>
    /// <param name="system">The actor system.</param>
    public ProtocolSerializer(ExtendedActorSystem system)
        : base(system)
    {
    }

    /// <summary>The number of this serializer on the wire.</summary>
    /// <value>7301. Akka.NET keeps 0 to 40 for itself.</value>
    public override int Identifier => 7301;

    /// <inheritdoc/>
    public override string Manifest(object o) => FormOf(o).Manifest;

    /// <inheritdoc/>
    public override byte[] ToBinary(object obj)
    {
        using var bytes = new MemoryStream();
        using var writer = new WireWriter(system, bytes);
        FormOf(obj).Write(writer, obj);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public override object FromBinary(byte[] bytes, string manifest)
    {
        if (!ByManifest.TryGetValue(manifest, out WireForm? form))
        {
            throw new InvalidDataException(
                $"This node does not know messages '{manifest}'. All nodes of a cluster must run "
                + "versions of ActorTune that know each other's messages.");
        }

        using var reader = new WireReader(system, new MemoryStream(bytes, writable: false));
        object message = form.Read(reader);
        return reader.BaseStream.Position == bytes.Length
            ? message
            : throw new InvalidDataException(
                $"A message '{manifest}' of {bytes.Length} bytes has more than it should.");
    }

    private static WireForm FormOf(object message) =>
        ByType.TryGetValue(message.GetType(), out WireForm? form)
            ? form
            : throw new ArgumentException(
                $"{message.GetType().Name} does not travel between nodes.", nameof(message));
}
