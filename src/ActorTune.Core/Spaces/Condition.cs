namespace ActorTune.Spaces;

/// <summary>
/// What must hold for a conditional parameter to be active: its parent is active and the parent's
/// value is one of some, or lies in a range.
/// </summary>
public sealed record Condition
{
    private Condition(string parent) => Parent = parent;

    /// <summary>The name of the parameter that decides.</summary>
    public string Parent { get; }

    /// <summary>
    /// The parent's values under which the parameter is active; empty for a range.
    /// </summary>
    public IReadOnlyList<ParameterValue> Values { get; private init; } = [];

    /// <summary>The least parent value, or null when there is no least one.</summary>
    public double? AtLeast { get; private init; }

    /// <summary>The greatest parent value, or null when there is no greatest one.</summary>
    public double? AtMost { get; private init; }

    /// <summary>Active when the parent has one of the values.</summary>
    public static Condition OneOf(string parent, params IReadOnlyList<ParameterValue> values) =>
        new(parent) { Values = [.. values] };

    /// <summary>Active when the parent's number lies in the closed range.</summary>
    public static Condition Between(string parent, double? atLeast, double? atMost) =>
        new(parent) { AtLeast = atLeast, AtMost = atMost };

    /// <summary>Whether the condition is a list of values rather than a range.</summary>
    public bool IsOneOf => AtLeast is null && AtMost is null;

    /// <summary>Whether the condition holds for a value of the parent.</summary>
    public bool Holds(ParameterValue value)
    {
        if (!IsOneOf)
            return value.IsNumber && InRange(value.AsDouble());
        foreach (ParameterValue candidate in Values)
        {
            if (candidate == value || candidate.SameNumber(value))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Equals(Condition? other) =>
        other is not null && Parent == other.Parent && Nullable.Equals(AtLeast, other.AtLeast)
        && Nullable.Equals(AtMost, other.AtMost) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHash.Add(StableHash.Start, Parent));

    /// <inheritdoc/>
    public override string ToString() => IsOneOf
        ? $"{Parent} in [{string.Join(", ", Values)}]"
        : $"{Parent} in {Bound(AtLeast, "-inf")}..{Bound(AtMost, "inf")}";

    private static string Bound(double? bound, string open) =>
        bound?.ToString("R", CultureInfo.InvariantCulture) ?? open;

    private bool InRange(double number) =>
        (AtLeast is not { } low || number >= low) && (AtMost is not { } high || number <= high);
}
