namespace ActorTune.Studies;

/// <summary>Finds everything in a specification that no strategy needs to be asked about.</summary>
internal static class StudySpecificationCheck
{
    internal static IReadOnlyList<Problem> Run(StudySpecification specification)
    {
        var problems = new List<Problem>();
        CheckObjectives(specification, problems);
        CheckConstraints(specification, problems);
        StopConditionsCheck.Run(specification, problems);
        CheckProgram(specification.Program, problems);
        CheckFailures(specification.Failures, problems);
        Demand(specification.SlotsPerTrial >= 1, "slots-per-trial", "must be at least 1", problems);
        Demand(
            specification.MaxResource is not { } most || most > Resource.Zero,
            "max-resource",
            "must be at least 1",
            problems);
        Demand(
            !specification.StartWithDefaults || specification.SearchSpace.Defaults() is not null,
            "start-with-defaults",
            "needs a default for every parameter that is active under the defaults",
            problems);
        CheckEnqueued(specification, problems);
        return problems;
    }

    private static void CheckEnqueued(StudySpecification specification, List<Problem> problems)
    {
        for (int i = 0; i < specification.Enqueue.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"enqueue[{i}]");
            foreach (Problem problem in specification.SearchSpace.Check(specification.Enqueue[i]))
                problems.Add(new Problem($"{path}.{problem.Path}", problem.Message));
        }
    }

    internal static void Demand(bool holds, string path, string message, List<Problem> problems)
    {
        if (!holds)
            problems.Add(new Problem(path, message));
    }

    private static void CheckObjectives(StudySpecification specification, List<Problem> problems)
    {
        Demand(specification.Objectives.Count > 0, "objective", "there must be one", problems);
        string path = specification.Objectives.Count > 1 ? "objectives" : "objective.metric";
        var metrics = new HashSet<string>(StringComparer.Ordinal);
        foreach (Objective objective in specification.Objectives)
        {
            Demand(
                !string.IsNullOrWhiteSpace(objective.Metric),
                path,
                "needs the name of a reported metric",
                problems);
            Demand(
                metrics.Add(objective.Metric),
                path,
                $"'{objective.Metric}' is named twice",
                problems);
            Demand(
                objective.Range == ValueRange.Unbounded
                    || (objective.Range.IsBounded && objective.Range.Low < objective.Range.High),
                specification.Objectives.Count > 1 ? "objectives" : "objective.range",
                "needs two finite ends, the low one below the high one",
                problems);
        }
    }

    private static void CheckConstraints(StudySpecification specification, List<Problem> problems)
    {
        var metrics = new HashSet<string>(StringComparer.Ordinal);
        foreach (OutcomeConstraint constraint in specification.Constraints)
        {
            string path = $"constraints.{constraint.Metric}";
            Demand(
                !string.IsNullOrWhiteSpace(constraint.Metric),
                "constraints",
                "needs the name of a reported metric",
                problems);
            Demand(metrics.Add(constraint.Metric), path, "is named twice", problems);
            CheckBounds(constraint, path, problems);
        }
    }

    private static void CheckBounds(
        OutcomeConstraint constraint, string path, List<Problem> problems)
    {
        Demand(
            (constraint.AtMost ?? constraint.AtLeast) is not null,
            path,
            "needs at-most or at-least",
            problems);
        Demand(
            double.IsFinite(constraint.AtMost ?? 0) && double.IsFinite(constraint.AtLeast ?? 0),
            path,
            "its bounds must be finite",
            problems);
        Demand(
            constraint.AtLeast is not { } least || !(least > constraint.AtMost),
            path,
            "at-least must not be above at-most",
            problems);
    }

    private static void CheckProgram(ProgramSpecification program, List<Problem> problems)
    {
        bool function = program.Function.Length > 0;
        bool command = program.Command.Count > 0;
        Demand(
            function != command,
            "program",
            "needs either a function or a command, and not both",
            problems);
        Demand(
            program.TimeLimit is not { } limit || limit > TimeSpan.Zero,
            "program.time-limit",
            "must be above zero",
            problems);
        Demand(
            program.SilenceLimit is not { } silence || silence > TimeSpan.Zero,
            "program.silence-limit",
            "must be above zero",
            problems);
        Demand(
            program.StopGrace >= TimeSpan.Zero,
            "program.stop-grace",
            "must not be negative",
            problems);
    }

    private static void CheckFailures(FailurePolicy policy, List<Problem> problems)
    {
        bool positive = policy.LostWorkerRetries >= 0 && policy.HangRetries >= 0
            && policy.OutOfMemoryRetries >= 0 && policy.ErrorRetries >= 0
            && policy.AbortAfterFailuresInRow >= 0 && policy.AbortWhenFirstAllFail >= 0;
        Demand(positive, "failures", "no count may be negative", problems);
    }
}
