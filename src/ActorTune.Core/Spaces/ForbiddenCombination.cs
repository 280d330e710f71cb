namespace ActorTune.Spaces;

/// <summary>Values that must not come together in one configuration.</summary>
/// <param name="Values">Parameter names and values; all of them together are refused.</param>
public sealed record ForbiddenCombination(
    IReadOnlyList<KeyValuePair<string, ParameterValue>> Values)
{
    internal bool Allows(Configuration configuration)
    {
        foreach ((string name, ParameterValue value) in Values)
        {
            if (!configuration.TryGet(name, out ParameterValue given) || !Same(given, value))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(ForbiddenCombination? other) =>
        other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(" and ", Values.Select(pair => $"{pair.Key} = {pair.Value}"));

    private static bool Same(ParameterValue left, ParameterValue right) =>
        left == right || left.SameNumber(right);
}
