namespace ActorTune.Spaces.Annotations;

/// <summary>
/// The property's initial value is the parameter's default, used by trial 0 when the study starts
/// from the defaults. On a class it holds for every parameter.
/// </summary>
[AttributeUsage(
    AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class
    | AttributeTargets.Struct)]
public sealed class UseAsDefaultAttribute : Attribute;
