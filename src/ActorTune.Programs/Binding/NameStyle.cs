namespace ActorTune.Programs.Binding;

/// <summary>Compares names across kebab-case, snake_case, camelCase and PascalCase.</summary>
internal static class NameStyle
{
    /// <summary>A name without its dashes, underscores, dots and capitals.</summary>
    internal static string Plain(string name) => string.Concat(
        name.Where(symbol => symbol is not ('-' or '_' or '.')).Select(char.ToLowerInvariant));
}
