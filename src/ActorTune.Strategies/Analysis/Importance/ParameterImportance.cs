namespace ActorTune.Analysis;

/// <summary>How much a parameter matters.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Importance">
/// The method's own number, zero or more: of trials in which the parameter is active.
/// </param>
/// <param name="Share">
/// That number over the sum of all parameters'; zero where that sum is zero.
/// </param>
/// <param name="ActiveCount">In how many of the analyzed trials it is active.</param>
public sealed record ParameterImportance(
    string Parameter, double Importance, double Share, int ActiveCount);
