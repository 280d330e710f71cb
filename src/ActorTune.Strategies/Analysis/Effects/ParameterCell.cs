namespace ActorTune.Analysis;

/// <summary>A value of a parameter, or a range of neighbouring ones.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value; that of the next range where values are a continuum.
/// </param>
public sealed record ParameterCell(ParameterValue Low, ParameterValue High)
{
    /// <summary>The value, or the range.</summary>
    public override string ToString() => Low == High ? Low.ToString() : $"{Low} to {High}";
}
