using System.Runtime.InteropServices;
using ActorTune.TorchSharp.Checkpoints;

namespace ActorTune.TorchSharp.Training;

/// <summary>
/// The training of one trial: epoch by epoch with seeds, schedule, penalties and clipping, a
/// checkpoint where one is due, a report, and the answer to it obeyed. It resumes to the last bit
/// where the device computes alike each time.
/// </summary>
public sealed partial class TorchTraining
{
    /// <summary>What is trained, on its device.</summary>
    public required nn.Module<Tensor, Tensor> Module { get; init; }

    /// <summary>What trains it.</summary>
    public required OptimizerHelper Optimizer { get; init; }

    /// <summary>What is to become small: of outputs and targets.</summary>
    public required Func<Tensor, Tensor, Tensor> Loss { get; init; }

    /// <summary>
    /// The batches of an epoch, from 1. Chance is seeded by then; each batch is disposed after use.
    /// </summary>
    public required Func<int, IEnumerable<Batch>> Batches { get; init; }

    /// <summary>
    /// Measures the network, without gradients and in evaluation mode. The study's objective must
    /// be among the metrics; the mean loss of training is added as <c>train-loss</c>, and with
    /// float16 the scale as <c>gradient-scale</c>.
    /// </summary>
    public required Func<IReadOnlyList<(string Name, double Value)>> Evaluate { get; init; }

    /// <summary>The rest.</summary>
    public required TrainingOptions Options { get; init; }

    /// <summary>Trains until the last epoch, or until the study says otherwise.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="stop">Ends it between two batches.</param>
    /// <exception cref="TrialOutOfMemoryException">Memory ran out; it was freed.</exception>
    /// <exception cref="InvalidOperationException">
    /// There is no working copy for the precision, or the device does not compute in it.
    /// </exception>
    public async Task RunAsync(TrialContext trial, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(trial);
        try
        {
            await TrainAsync(trial, stop).ConfigureAwait(false);
        }
        catch (Exception error) when (TorchMemory.IsOutOfMemory(error))
        {
            TorchMemory.Free();
            throw DidNotFit(error);
        }
        catch (ExternalException error) when (_copy is not null && IsWithoutKernel(error))
        {
            throw CannotCompute(error);
        }
    }

    private static string FirstLine(Exception error) => error.Message.Split('\n')[0];

    private TrialOutOfMemoryException DidNotFit(Exception error) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"the training of {TorchMemory.BytesOf(Module):N0} bytes of parameters did "
            + $"not fit: {FirstLine(error)}"),
        error);

    private async Task TrainAsync(TrialContext trial, CancellationToken stop)
    {
        _scale = Options.Precision == TrainingPrecision.Float16
            ? new DynamicGradientScale(Options.GradientScale, Options.GradientScaleGrowsAfter)
            : null;
        int epoch = (int)TorchCheckpoint.Restore(trial, Module, Optimizer, _scale);
        using WorkingCopy? copy = _copy = Copy();
        while (epoch++ < Options.Epochs)
        {
            double loss = TrainEpoch(trial.Seed, epoch, stop);
            (string, double)[] metrics = [.. Measure(), ("train-loss", loss), .. ScaleMetric()];
            await TorchCheckpoint.SaveAsync(trial, epoch, Module, Optimizer, _scale, stop)
                .ConfigureAwait(false);
            TrialInstruction answer =
                await trial.ReportAsync(epoch, metrics, stop).ConfigureAwait(false);
            if (answer != TrialInstruction.Continue)
                return;
        }
    }

    private double TrainEpoch(ulong seed, int epoch, CancellationToken stop)
    {
        TrialSeed.Apply(seed, epoch);
        Options.Schedule?.Apply(Optimizer, epoch);
        Module.train();
        _copy?.Train();
        double sum = 0;
        long count = 0;
        foreach (Batch batch in Batches(epoch))
        {
            stop.ThrowIfCancellationRequested();
            using DisposeScope scope = NewDisposeScope();
            long size = batch.Inputs.shape[0];
            sum += Step(batch) * size;
            count += size;
            batch.Inputs.Dispose();
            batch.Targets.Dispose();
        }

        _copy?.ReturnBuffers();
        return count == 0
            ? throw new InvalidOperationException($"Epoch {epoch} has no batches to train on.")
            : sum / count;
    }

    private double Step(Batch batch)
    {
        Optimizer.zero_grad();
        Tensor outputs = _copy?.Call(batch.Inputs) ?? Module.call(batch.Inputs);
        Tensor loss = Loss(outputs, batch.Targets);
        double value = loss.detach().cpu().to_type(ScalarType.Float64).item<double>();
        if (ToDerive(loss) is not { } derived)
            return value;
        (derived + Penalty()).backward();
        if (Options.ClipNorm is { } most)
            nn.utils.clip_grad_norm_(Module.parameters(), most);
        Optimizer.step();
        _copy?.Refresh();
        return value;
    }

    private Tensor Penalty()
    {
        Tensor sum = zeros(1, device: Module.parameters().First().device);
        foreach (TorchParameter parameter in Module.parameters())
        {
            if (Options.L1 > 0)
                sum += parameter.abs().sum() * Options.L1;
            if (Options.L2 > 0)
                sum += parameter.square().sum() * Options.L2;
        }

        return sum.sum();
    }

    private IReadOnlyList<(string Name, double Value)> Measure()
    {
        Module.eval();
        using DisposeScope scope = NewDisposeScope();
        using (no_grad())
            return Evaluate();
    }
}
