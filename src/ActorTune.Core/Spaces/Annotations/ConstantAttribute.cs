namespace ActorTune.Spaces.Annotations;

/// <summary>A value that every configuration has alike.</summary>
public sealed class ConstantAttribute : ParameterAttribute
{
    /// <summary>The constant is the property's initial value.</summary>
    public ConstantAttribute()
    {
    }

    /// <summary>The constant is written here.</summary>
    /// <param name="value">The value, of the property's type.</param>
    public ConstantAttribute(object value) => Value = value;

    /// <summary>The value; null: the property's initial value.</summary>
    public object? Value { get; }

    internal override Parameter? Build(AnnotatedProperty property)
    {
        object? value = Value ?? property.InitialValue;
        if (value is null)
            property.Refuse("[Constant] needs a value; write one in it or initialise the property");
        return value is not null && property.ReadValue(value) is { } constant
            ? new ConstantParameter(property.Name, constant)
            : null;
    }
}
