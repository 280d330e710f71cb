namespace ActorTune.Simulation;

/// <summary>Whole reports for programs that know one number only.</summary>
public static class SimulatedMetrics
{
    /// <summary>
    /// A report that a study accepts: the value for every objective, and for every constraint's
    /// metric that is no objective a bound of it, which holds.
    /// </summary>
    /// <param name="specification">Names the metrics.</param>
    /// <param name="value">The value; may be NaN to diverge.</param>
    public static MetricSet MetricsOf(this StudySpecification specification, double value)
    {
        if (!specification.JudgesByOutcome)
            return new MetricSet(specification.Objective.Metric, value);
        List<string> names = [.. specification.Objectives.Select(objective => objective.Metric)];
        List<double> values = [.. names.Select(_ => value)];
        foreach (OutcomeConstraint constraint in specification.Constraints)
        {
            if (names.Contains(constraint.Metric))
                continue;
            names.Add(constraint.Metric);
            values.Add(constraint.AtMost ?? constraint.AtLeast ?? 0);
        }

        return new MetricSet([.. names], [.. values]);
    }
}
