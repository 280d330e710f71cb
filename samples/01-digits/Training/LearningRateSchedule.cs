namespace ActorTune.Samples.Digits.Training;

/// <summary>The share of the learning rate that is left as training goes on.</summary>
internal static class LearningRateSchedule
{
    /// <summary>The share at a place in the training.</summary>
    /// <param name="kind">The schedule.</param>
    /// <param name="progress">The part of all epochs that is done, in [0, 1].</param>
    internal static double Factor(ScheduleKind kind, double progress) => kind switch
    {
        ScheduleKind.Constant => 1,
        ScheduleKind.Cosine => (1 + Math.Cos(Math.PI * progress)) / 2,
        ScheduleKind.Step => progress < 0.5 ? 1 : progress < 0.75 ? 0.1 : 0.01,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown schedule."),
    };
}
