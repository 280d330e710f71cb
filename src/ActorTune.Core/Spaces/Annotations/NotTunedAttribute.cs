namespace ActorTune.Spaces.Annotations;

/// <summary>The property is no parameter of the search space.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class NotTunedAttribute : Attribute;
