namespace ActorTune.TorchSharp.Training;

/// <summary>
/// How the learning rate changes over the epochs, as a function of the epoch alone: a training
/// that resumes has the rate that it would have had.
/// </summary>
/// <param name="Kind">The course.</param>
/// <param name="Epochs">How many epochs a whole training has.</param>
/// <param name="WarmUp">
/// Over how many epochs the rate rises to its full height at first; zero for none.
/// </param>
public sealed record LearningRateSchedule(ScheduleKind Kind, int Epochs, int WarmUp = 0)
{
    private const double StepFactor = 0.1;
    private const int StepCount = 3;

    /// <summary>The part of the full rate that an epoch is trained with.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    public double FactorAt(int epoch)
    {
        if (epoch <= WarmUp)
            return epoch / (WarmUp + 1.0);
        double done = (epoch - 1.0 - WarmUp) / Math.Max(1, Epochs - WarmUp);
        return Kind switch
        {
            ScheduleKind.Cosine => 0.5 * (1 + Math.Cos(Math.PI * Math.Clamp(done, 0, 1))),
            ScheduleKind.Step => Math.Pow(StepFactor, Math.Floor(done * StepCount)),
            _ => 1,
        };
    }

    /// <summary>Sets the learning rates for an epoch.</summary>
    /// <param name="optimizer">What trains.</param>
    /// <param name="epoch">The epoch, from 1.</param>
    public void Apply(optim.Optimizer optimizer, int epoch)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        foreach (optim.ILearningRateController group in optimizer.ParamGroups)
            group.LearningRate = group.InitialLearningRate * FactorAt(epoch);
    }
}
