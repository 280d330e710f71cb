namespace ActorTune;

/// <summary>One thing that is wrong with a study's definition.</summary>
/// <param name="Path">Where: a dotted path such as <c>search-space.lr.low</c>.</param>
/// <param name="Message">What was refused, the value given, and the way out.</param>
public sealed record Problem(string Path, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}: {Message}";
}
