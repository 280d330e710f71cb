namespace ActorTune.Cli.Comparing;

/// <summary>A field in which two events differ.</summary>
/// <param name="Path">Where it stands in the stored form.</param>
/// <param name="Left">Its stored value in the first; null where it has none.</param>
/// <param name="Right">Its stored value in the second; null where it has none.</param>
internal sealed record FieldDifference(string Path, string? Left, string? Right);
