using ActorTune.Samples.Digits.Training;

namespace ActorTune.Samples.Tests.Digits;

public sealed class LearningRateScheduleTests
{
    [Theory]
    [InlineData(ScheduleKind.Constant, 0.9, 1)]
    [InlineData(ScheduleKind.Cosine, 0, 1)]
    [InlineData(ScheduleKind.Cosine, 0.5, 0.5)]
    [InlineData(ScheduleKind.Cosine, 1, 0)]
    [InlineData(ScheduleKind.Step, 0.49, 1)]
    [InlineData(ScheduleKind.Step, 0.5, 0.1)]
    [InlineData(ScheduleKind.Step, 0.75, 0.01)]
    public void It_leaves_a_share_of_the_rate(ScheduleKind kind, double progress, double share) =>
        Assert.Equal(share, LearningRateSchedule.Factor(kind, progress), 1e-15);
}
