namespace ActorTune.Hocon.Tree;

/// <summary>
/// A root that substitutions look up from. A file that is included below a path has its own scope
/// there, and falls back to the scopes of the files that include it.
/// </summary>
/// <param name="Base">The object that the prefix starts at.</param>
/// <param name="Prefix">Where the included file's root stands below the base.</param>
/// <param name="Outer">The scope of the including file; null for the document itself.</param>
internal sealed record IncludeScope(
    ObjectNode Base, IReadOnlyList<string> Prefix, IncludeScope? Outer)
{
    /// <summary>
    /// The scope of a file included at a place; the same one where the root is the same.
    /// </summary>
    public IncludeScope Enter(ObjectNode basis, IReadOnlyList<string> prefix) =>
        ReferenceEquals(basis, Base) && prefix.SequenceEqual(Prefix)
            ? this
            : new IncludeScope(basis, prefix, this);
}
