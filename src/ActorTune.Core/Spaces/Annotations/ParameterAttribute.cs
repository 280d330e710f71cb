namespace ActorTune.Spaces.Annotations;

/// <summary>
/// Declares a property of an options class, or a parameter of its constructor, as a parameter of
/// the search space. Each property takes at most one of the cases.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class ParameterAttribute : Attribute
{
    private protected ParameterAttribute()
    {
    }

    /// <summary>Builds the parameter, or says through the property what is wrong.</summary>
    internal abstract Parameter? Build(AnnotatedProperty property);
}
