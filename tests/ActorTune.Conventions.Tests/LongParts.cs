namespace ActorTune.Conventions;

/// <summary>How much of a project is longer than it should typically be.</summary>
/// <param name="Files">Files above the typical length.</param>
/// <param name="Methods">Methods above the typical length.</param>
internal readonly record struct LongParts(int Files, int Methods)
{
    public override string ToString() => $"{Files} files and {Methods} methods";
}
