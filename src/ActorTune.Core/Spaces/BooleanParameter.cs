namespace ActorTune.Spaces;

/// <summary>True or false, equally likely.</summary>
public sealed record BooleanParameter : Parameter
{
    /// <summary>Creates a boolean parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    public BooleanParameter(string name)
        : base(name)
    {
    }

    /// <inheritdoc/>
    public override long? ValueCount => 2;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) =>
        value.Kind == ParameterValueKind.Boolean;

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit) => ValueAt(CellOf(unit, 2));

    /// <inheritdoc/>
    public override double Encode(ParameterValue value) => MiddleOf(value.AsBoolean() ? 1 : 0, 2);

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => ParameterValue.Of(index != 0);

    internal override void Check(ICollection<string> problems)
    {
        // Nothing about a boolean can be wrong.
    }
}
