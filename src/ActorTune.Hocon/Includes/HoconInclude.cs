namespace ActorTune.Hocon;

/// <summary>A request of an include statement for the text to put in its place.</summary>
/// <param name="Name">The quoted name, as written.</param>
/// <param name="IncludingSource">The source in which the statement stands.</param>
public sealed record HoconInclude(string Name, HoconSource IncludingSource);
