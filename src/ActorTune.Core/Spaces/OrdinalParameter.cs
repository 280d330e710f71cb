namespace ActorTune.Spaces;

/// <summary>Some values in an order, equally likely, such as [16, 32, 64, 128].</summary>
public sealed record OrdinalParameter : Parameter
{
    /// <summary>Creates an ordinal parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="values">The values in their order, at least one, no two alike.</param>
    public OrdinalParameter(string name, params IReadOnlyList<ParameterValue> values)
        : base(name) => Values = [.. values];

    /// <summary>The values in their order.</summary>
    public IReadOnlyList<ParameterValue> Values { get; }

    /// <inheritdoc/>
    public override long? ValueCount => Values.Count;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => Values.Contains(value);

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit) => ValueAt(CellOf(unit, Values.Count));

    /// <inheritdoc/>
    public override double Encode(ParameterValue value)
    {
        for (int i = 0; i < Values.Count; i++)
        {
            if (Values[i] == value)
                return MiddleOf(i, Values.Count);
        }

        throw new ArgumentException(
            $"'{value}' is not a value of '{Name}'; it has [{string.Join(", ", Values)}].");
    }

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Values[checked((int)index)];

    /// <inheritdoc/>
    public bool Equals(OrdinalParameter? other) =>
        base.Equals(other) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHash.Add(StableHash.Start, Name));

    internal override void Check(ICollection<string> problems)
    {
        if (Values.Count == 0)
            problems.Add("there must be at least one value");
        if (Values.Distinct().Count() != Values.Count)
            problems.Add($"no two values may be alike, got [{string.Join(", ", Values)}]");
    }
}
