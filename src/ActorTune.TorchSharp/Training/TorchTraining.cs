using System.Runtime.InteropServices;
using ActorTune.TorchSharp.Checkpoints;

namespace ActorTune.TorchSharp.Training;

/// <summary>
/// The training of one trial: epoch by epoch with seeds, schedule, penalties and clipping, a
/// checkpoint where one is due, a report, and the answer to it obeyed. It resumes to the last bit
/// where the device computes alike each time.
/// </summary>
public sealed class TorchTraining
{
    private WorkingCopy? _copy;
    private DynamicLossScale? _scale;

    /// <summary>What is trained, on its device.</summary>
    public required nn.Module<Tensor, Tensor> Module { get; init; }

    /// <summary>
    /// Builds a second network like <see cref="Module"/>, on its device: it computes in the
    /// precision that the options name, while Module keeps the weights in full.
    /// </summary>
    /// <value>Default: null, which full precision is content with.</value>
    public Func<nn.Module<Tensor, Tensor>>? WorkingCopy { get; init; }

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
    /// float16 the scale as <c>loss-scale</c>.
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
            throw new TrialOutOfMemoryException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the training of {TorchMemory.BytesOf(Module):N0} bytes of parameters did "
                    + $"not fit: {error.Message.Split('\n')[0]}"),
                error);
        }
        catch (ExternalException error) when (_copy is not null && IsWithoutKernel(error))
        {
            throw new InvalidOperationException(
                $"The network cannot compute in {Options.Precision} on "
                + $"{Module.parameters().First().device.type}: {error.Message.Split('\n')[0]}. "
                + "Use another precision, or another device.",
                error);
        }
    }

    private static bool IsWithoutKernel(ExternalException error) =>
        error.Message.Contains("not implemented for", StringComparison.Ordinal);

    private async Task TrainAsync(TrialContext trial, CancellationToken stop)
    {
        _scale = Options.Precision == TrainingPrecision.Float16
            ? new DynamicLossScale(Options.LossScale, Options.LossScaleGrowsAfter)
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

    private WorkingCopy? Copy()
    {
        if (Options.Precision == TrainingPrecision.Full)
            return null;
        if (WorkingCopy is null)
        {
            throw new InvalidOperationException(
                $"Precision {Options.Precision} needs a second network to compute with: set "
                + $"{nameof(TorchTraining)}.{nameof(WorkingCopy)} to what builds one.");
        }

        return new WorkingCopy(Module, WorkingCopy(), Options.Precision switch
        {
            TrainingPrecision.Float16 => ScalarType.Float16,
            _ => ScalarType.BFloat16,
        });
    }

    private IEnumerable<(string, double)> ScaleMetric() =>
        _scale is { } scale ? [("loss-scale", scale.Value)] : [];

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

    // What is derived by the weights; null where the step is not taken. Without a scale, what is
    // no number reaches the weights, as it does in full precision.
    private Tensor? ToDerive(Tensor loss)
    {
        if (_copy is null)
            return loss;
        Tensor? surrogate =
            _copy.Surrogate(loss, _scale?.Value ?? 1, allowsOverflow: _scale is null);
        _scale?.Observe(surrogate is not null);
        return surrogate;
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
