using System.Runtime.InteropServices;

namespace ActorTune.TorchSharp.Training;

/// <content>Computing in 16 bits with weights in 32.</content>
public sealed partial class TorchTraining
{
    private WorkingCopy? _copy;
    private DynamicGradientScale? _scale;

    /// <summary>
    /// Builds a second network like <see cref="Module"/>, on its device: it computes in the
    /// precision that the options name, while Module keeps the weights in full.
    /// </summary>
    /// <value>Default: null, which full precision is content with.</value>
    public Func<nn.Module<Tensor, Tensor>>? WorkingCopy { get; init; }

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
        _scale is { } scale ? [("gradient-scale", scale.Value)] : [];

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

    private static bool IsWithoutKernel(ExternalException error) =>
        error.Message.Contains("not implemented for", StringComparison.Ordinal);

    private InvalidOperationException CannotCompute(ExternalException error) => new(
        $"The network cannot compute in {Options.Precision} on "
        + $"{Module.parameters().First().device.type}: {FirstLine(error)}. "
        + "Use another precision, or another device.",
        error);
}
