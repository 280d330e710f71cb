namespace ActorTune.Studies;

/// <summary>The name of a sampler or trial scheduler with its options as written.</summary>
/// <param name="Name">The published name, such as <c>asha-promotion</c>.</param>
public sealed record StrategyOptions(string Name)
{
    /// <summary>The options in the order written; what is left out has its default.</summary>
    public IReadOnlyList<KeyValuePair<string, ParameterValue>> Options { get; init; } = [];

    /// <summary>The value of an option, or null when it was not given.</summary>
    public ParameterValue? Find(string option)
    {
        foreach ((string name, ParameterValue value) in Options)
        {
            if (name == option)
                return value;
        }

        return null;
    }

    /// <summary>The same strategy with one more option.</summary>
    public StrategyOptions With(string option, ParameterValue value) =>
        this with { Options = [.. Options, KeyValuePair.Create(option, value)] };

    /// <inheritdoc/>
    public bool Equals(StrategyOptions? other) =>
        other is not null && Name == other.Name && Options.SequenceEqual(other.Options);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHash.Add(StableHash.Start, Name));

    /// <inheritdoc/>
    public override string ToString() => Options.Count == 0
        ? Name
        : $"{Name}({string.Join(", ", Options.Select(pair => $"{pair.Key}={pair.Value}"))})";
}
