namespace ActorTune.Hocon;

/// <summary>A text to parse and where it comes from.</summary>
/// <param name="Origin">The name that positions show; for a file, its path.</param>
/// <param name="Text">The text.</param>
public sealed record HoconSource(string Origin, string Text)
{
    /// <summary>
    /// What tells two sources apart, by which a cycle of includes is noticed: the full path of a
    /// file. Default: the origin.
    /// </summary>
    public string Identity { get; init; } = Origin;
}
