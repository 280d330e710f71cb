namespace ActorTune.Hocon;

/// <summary>A named value of an object.</summary>
/// <param name="Name">The key, unquoted and unescaped; any string, also the empty one.</param>
/// <param name="Value">The value.</param>
/// <param name="Position">Where the key was written last.</param>
public sealed record HoconMember(string Name, HoconValue Value, HoconPosition Position);
