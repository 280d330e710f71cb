namespace ActorTune.Spaces;

/// <summary>
/// Demands that one numeric parameter is at most another, whenever both are active.
/// </summary>
/// <param name="Smaller">The name of the parameter that must not be larger.</param>
/// <param name="Larger">The name of the other.</param>
/// <param name="IsStrict">Whether equal values are refused too.</param>
public sealed record Inequality(string Smaller, string Larger, bool IsStrict = false)
{
    internal bool Allows(Configuration configuration)
    {
        if (!configuration.TryGet(Smaller, out ParameterValue small)
            || !configuration.TryGet(Larger, out ParameterValue large))
            return true;
        return IsStrict
            ? small.AsDouble() < large.AsDouble()
            : small.AsDouble() <= large.AsDouble();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Smaller} {(IsStrict ? "<" : "<=")} {Larger}";
}
