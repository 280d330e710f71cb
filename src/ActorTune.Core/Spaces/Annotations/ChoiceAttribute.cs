namespace ActorTune.Spaces.Annotations;

/// <summary>A categorical parameter: values without an order.</summary>
/// <param name="values">
/// The values, of the property's type; an enum's may be written as members or by name. None: all
/// members of the property's enum, or false and true.
/// </param>
public sealed class ChoiceAttribute(params object[] values) : ParameterAttribute
{
    /// <summary>The values.</summary>
    public IReadOnlyList<object> Values { get; } = values ?? [];

    /// <summary>Relative frequencies, above zero, one for each value.</summary>
    /// <value>Default: none, all are alike.</value>
    public double[] Weights { get; init; } = [];

    internal override Parameter? Build(AnnotatedProperty property)
    {
        IReadOnlyList<ParameterValue>? values = property.ReadValues(Values);
        return values is null
            ? null
            : new CategoricalParameter(property.Name, values, Weights.Length == 0 ? null : Weights);
    }
}
