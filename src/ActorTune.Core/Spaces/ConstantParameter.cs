namespace ActorTune.Spaces;

/// <summary>A value that every configuration has alike.</summary>
public sealed record ConstantParameter : Parameter
{
    /// <summary>Creates a constant.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    public ConstantParameter(string name, ParameterValue value)
        : base(name) => Value = value;

    /// <summary>The value.</summary>
    public ParameterValue Value { get; }

    /// <inheritdoc/>
    public override long? ValueCount => 1;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => value == Value;

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit) => Value;

    /// <inheritdoc/>
    public override double Encode(ParameterValue value) => 0.5;

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Value;

    internal override void Check(ICollection<string> problems)
    {
        // A constant is whatever was written.
    }
}
