namespace ActorTune.Spaces.Annotations;

/// <summary>
/// Makes a parameter conditional: it is active only while its parent is active and has one of some
/// values, or lies in a range. Several conditions must all hold.
/// </summary>
/// <param name="parent">The parent: the name of its property or of its parameter.</param>
/// <param name="values">The parent's values; none for a range.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class WhenAttribute(string parent, params object[] values) : Attribute
{
    /// <summary>The parent: the name of its property or of its parameter.</summary>
    public string Parent { get; } = parent;

    /// <summary>The parent's values under which the parameter is active.</summary>
    public IReadOnlyList<object> Values { get; } = values ?? [];

    /// <summary>The least number of the parent, instead of values.</summary>
    /// <value>Default: NaN, there is no least one.</value>
    public double AtLeast { get; init; } = double.NaN;

    /// <summary>The greatest number of the parent, instead of values.</summary>
    /// <value>Default: NaN, there is no greatest one.</value>
    public double AtMost { get; init; } = double.NaN;
}
