namespace ActorTune.Studies;

/// <summary>
/// Reduces the further objectives and the constraints of one trial, measurement by measurement.
/// The first objective is reduced by the trial itself.
/// </summary>
internal sealed class OutcomeReduction
{
    private readonly MetricReduction[] _further;

    /// <summary>Begins a trial's.</summary>
    /// <param name="further">The objectives after the first one.</param>
    internal OutcomeReduction(IEnumerable<Objective> further) =>
        _further = [.. further.Select(objective => new MetricReduction(objective))];

    /// <summary>Takes in a measurement.</summary>
    /// <param name="specification">Names the metrics.</param>
    /// <param name="first">The reduced value of the first objective.</param>
    /// <param name="metrics">The report; it has every objective and constraint.</param>
    internal TrialOutcome Take(
        StudySpecification specification, double first, MetricSet metrics)
    {
        var values = new double[_further.Length + 1];
        values[0] = first;
        for (int i = 0; i < _further.Length; i++)
            values[i + 1] = _further[i].Take(Find(metrics, specification.Objectives[i + 1].Metric));
        var violations = new double[specification.Constraints.Count];
        for (int i = 0; i < violations.Length; i++)
        {
            OutcomeConstraint constraint = specification.Constraints[i];
            violations[i] = constraint.Violation(Find(metrics, constraint.Metric));
        }

        return new TrialOutcome(values, violations);
    }

    private static double Find(MetricSet metrics, string metric) => metrics.Find(metric)
        ?? throw new InvalidOperationException($"the report lacks '{metric}'");
}
