using ActorTune.Samples.Digits;
using ActorTune.Spaces;
using ActorTune.TestKit;
using ActorTune.TestKit.Programs;

namespace ActorTune.Samples.Tests.Digits;

/// <summary>The sample keeps what every trial program must keep to.</summary>
public sealed class DigitsProgramSpecTests
{
    public static TheoryData<string> Cases => [.. Suite.Cases.Select(one => one.Name)];

    private static TrialProgramSpec Suite { get; } = new(
        () => new DigitsProgram(maxEpochs: 4),
        new Configuration(
        [
            KeyValuePair.Create("units", ParameterValue.Of(12)),
            KeyValuePair.Create("optimizer", ParameterValue.Of("adam")),
            KeyValuePair.Create("dropout", ParameterValue.Of(0.1)),
        ]))
    {
        Objective = "validation-accuracy",
        Resumes = true,
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_keeps_every_rule(string name) =>
        Suite.Cases.Single(one => one.Name == name).Run();
}
