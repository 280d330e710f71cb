namespace ActorTune.Worker.Tests.Programs;

internal static class Launches
{
    internal static TrialLaunch In(string folder, ProgramSpecification program) => new()
    {
        Study = new StudyId("study"),
        Attempt = new AttemptId(new TrialNumber(7), 2),
        Program = program,
        Configuration = new Configuration(
        [
            KeyValuePair.Create("lr", ParameterValue.Of(0.125)),
            KeyValuePair.Create("layers", ParameterValue.Of(2L)),
            KeyValuePair.Create("optimizer", ParameterValue.Of("adam w")),
            KeyValuePair.Create("nesterov", ParameterValue.Of(true)),
        ]),
        Seed = ulong.MaxValue,
        Slots = [0, 3],
        From = null,
        FromFolder = null,
        Until = null,
        Objective = "loss",
        ResourceUnit = "epoch",
        Folder = folder,
    };
}
