namespace ActorTune.Akka.Wire;

/// <summary>How one type of message looks on the wire.</summary>
/// <param name="Manifest">Its name and version; a changed form gets a new version.</param>
/// <param name="Type">The type.</param>
/// <param name="Write">Writes a message.</param>
/// <param name="Read">Reads what was written.</param>
internal sealed record WireForm(
    string Manifest, Type Type, Action<WireWriter, object> Write, Func<WireReader, object> Read)
{
    public static WireForm Of<T>(
        string manifest, Action<WireWriter, T> write, Func<WireReader, T> read)
        where T : class =>
        new(manifest, typeof(T), (to, message) => write(to, (T)message), read);
}
