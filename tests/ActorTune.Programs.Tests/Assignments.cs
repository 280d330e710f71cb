namespace ActorTune.Programs.Tests;

/// <summary>Assignments for tests.</summary>
internal static class Assignments
{
    internal static Configuration Configuration { get; } = Of(
        ("learning-rate", ParameterValue.Of(0.125)),
        ("layers", ParameterValue.Of(2)),
        ("optimizer", ParameterValue.Of("adam-w")),
        ("nesterov", ParameterValue.Of(true)));

    internal static TrialAssignment In(string folder, long? until = null) => new()
    {
        Study = new StudyId("digits"),
        Attempt = new AttemptId(new TrialNumber(12), 2),
        Configuration = Configuration,
        Seed = ulong.MaxValue - 1,
        Objective = "accuracy",
        Folder = folder,
        Resumes = true,
        Until = until is { } units ? new Resource(units) : null,
    };

    internal static Configuration Of(params (string Name, ParameterValue Value)[] values) =>
        new(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
}
