namespace ActorTune.Objectives;

/// <summary>
/// What a metric must keep to for a trial to be feasible. Any feasible trial is better than any
/// that is not.
/// </summary>
/// <param name="Metric">The name of the metric in the trial program's reports.</param>
/// <param name="AtMost">The greatest value allowed; null when there is none.</param>
/// <param name="AtLeast">The least value allowed; null when there is none.</param>
public sealed record OutcomeConstraint(
    string Metric, double? AtMost = null, double? AtLeast = null)
{
    /// <summary>
    /// By how much a value violates the constraint: above zero where it does, otherwise zero or
    /// less, the distance to the nearer bound.
    /// </summary>
    /// <param name="value">A finite value of the metric.</param>
    public double Violation(double value) =>
        Math.Max(value - (AtMost ?? double.MaxValue), (AtLeast ?? double.MinValue) - value);
}
