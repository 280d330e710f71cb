using System.Globalization;
using ActorTune.Programs;
using ActorTune.Samples.Digits.Checkpoints;
using ActorTune.Samples.Digits.Images;
using ActorTune.Samples.Digits.Training;

namespace ActorTune.Samples.Digits;

/// <summary>
/// Trains a network to read handwritten digits: the configuration is a <see cref="DigitsOptions"/>,
/// the resource the epoch, the objective "validation-accuracy". It resumes from checkpoints, to the
/// last bit.
/// </summary>
public sealed class DigitsProgram : ITrialProgram
{
    private readonly int _maxEpochs;

    /// <summary>Creates the program.</summary>
    /// <param name="maxEpochs">
    /// How many epochs a whole training has; learning rate schedules run over them.
    /// </param>
    public DigitsProgram(int maxEpochs = 27)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxEpochs, 1);
        _maxEpochs = maxEpochs;
    }

    /// <inheritdoc/>
    public async Task RunAsync(TrialContext trial, CancellationToken stop)
    {
        var trainer = new Trainer(
            trial.Bind<DigitsOptions>(), DigitsSplit.Shared, trial.Seed, _maxEpochs);
        if (trial.Resume is { } resume)
            Restore(trainer, resume);
        while (trainer.Epoch < _maxEpochs)
        {
            stop.ThrowIfCancellationRequested();
            EpochResult result = trainer.TrainEpoch();
            if (trial.ShouldSaveCheckpoint(trainer.Epoch))
                await trial.SaveCheckpointAsync(
                    trainer.Epoch,
                    (folder, cancel) => DigitsCheckpoint.WriteAsync(folder, trainer, cancel),
                    stop);
            if (await ReportAsync(trial, trainer.Epoch, result, stop) != TrialInstruction.Continue)
                return;
        }
    }

    private static ValueTask<TrialInstruction> ReportAsync(
        TrialContext trial, int epoch, EpochResult result, CancellationToken stop) =>
        trial.ReportAsync(
            epoch,
            [
                ("validation-accuracy", Objective(result)),
                ("validation-loss", result.ValidationLoss),
                ("train-loss", result.TrainLoss),
                ("test-accuracy", result.TestAccuracy),
            ],
            stop);

    // A network whose loss is no number still names a digit for each image; its training is over.
    private static double Objective(EpochResult result) =>
        double.IsFinite(result.ValidationLoss) ? result.ValidationAccuracy : double.NaN;

    private static void Restore(Trainer trainer, TrialResume resume)
    {
        DigitsCheckpoint.Read(resume.Folder, trainer);
        if (trainer.Epoch != resume.Resource.Units)
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"The checkpoint '{resume.Folder}' is of epoch {trainer.Epoch}, not {resume.Resource}."));
    }
}
