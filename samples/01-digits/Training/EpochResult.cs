namespace ActorTune.Samples.Digits.Training;

/// <summary>What was measured after an epoch.</summary>
/// <param name="TrainLoss">The mean loss of the epoch's batches, without penalties.</param>
/// <param name="ValidationLoss">The mean loss over the validation images.</param>
/// <param name="ValidationAccuracy">The part of them that is recognised.</param>
/// <param name="TestAccuracy">The part of the test images: to look at, never to choose by.</param>
internal readonly record struct EpochResult(
    double TrainLoss, double ValidationLoss, double ValidationAccuracy, double TestAccuracy);
