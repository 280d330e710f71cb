namespace ActorTune.Spaces.Annotations;

/// <summary>An ordinal parameter: values in an order, such as 16, 32, 64.</summary>
/// <param name="values">
/// The values in their order, of the property's type. None: all members of the property's enum.
/// </param>
public sealed class OrdinalAttribute(params object[] values) : ParameterAttribute
{
    /// <summary>The values in their order.</summary>
    public IReadOnlyList<object> Values { get; } = values ?? [];

    internal override Parameter? Build(AnnotatedProperty property) =>
        property.ReadValues(Values) is { } values
            ? new OrdinalParameter(property.Name, values)
            : null;
}
