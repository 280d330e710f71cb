namespace ActorTune.Hocon.Tree;

/// <summary>A reference to another value: <c>${path}</c> or <c>${?path}</c>.</summary>
internal sealed class SubstitutionNode(
    IReadOnlyList<string> path, IncludeScope scope, HoconPosition position) : DeferredNode(position)
{
    /// <summary>The path as it was written.</summary>
    public IReadOnlyList<string> Path { get; } = path;

    /// <summary>The roots to look the path up from.</summary>
    public IncludeScope Scope { get; } = scope;

    public bool IsOptional { get; init; }

    /// <summary>
    /// Whether += made it: it means its own field and nothing outside the document.
    /// </summary>
    public bool IsOwnField { get; init; }
}
