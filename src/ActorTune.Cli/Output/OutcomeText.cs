namespace ActorTune.Cli.Output;

/// <summary>Objectives, constraints and outcomes in words.</summary>
internal static class OutcomeText
{
    internal static string Objectives(StudySpecification study) => string.Join(
        ", ",
        study.Objectives.Select(objective =>
            $"{Numbers.Word(objective.Direction)} {objective.Metric} ({objective.Reduce})"));

    internal static string Constraints(StudySpecification study) =>
        string.Join(", ", study.Constraints.Select(ToText));

    /// <summary>A constraint such as <c>latency &lt;= 20</c>.</summary>
    internal static string ToText(this OutcomeConstraint constraint) => constraint switch
    {
        { AtLeast: { } least, AtMost: { } most } =>
            $"{Numbers.Value(least)} <= {constraint.Metric} <= {Numbers.Value(most)}",
        { AtLeast: { } least } => $"{constraint.Metric} >= {Numbers.Value(least)}",
        _ => $"{constraint.Metric} <= {Numbers.Value(constraint.AtMost)}",
    };

    /// <summary>The values of all objectives, in their order.</summary>
    internal static string Values(TrialState trial) => trial.Outcome is { } outcome
        ? string.Join(" ", outcome.Values.Select(value => Numbers.Value(value)))
        : Numbers.Value(trial.Value);
}
