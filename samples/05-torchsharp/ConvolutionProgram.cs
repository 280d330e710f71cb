using ActorTune.Programs;
using ActorTune.TorchSharp;
using ActorTune.TorchSharp.Data;
using ActorTune.TorchSharp.Networks;
using ActorTune.TorchSharp.Training;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ActorTune.Samples.ConvolutionalDigits;

/// <summary>
/// Trains a small convolutional network to read digits. It pauses and is promoted through
/// checkpoints.
/// </summary>
internal sealed class ConvolutionProgram : ITrialProgram
{
    internal const int Epochs = 27;

    public async Task RunAsync(TrialContext trial, CancellationToken stop)
    {
        ConvolutionOptions options = trial.Bind<ConvolutionOptions>();
        Device device = TrialDevice.Of(trial);
        TrialSeed.Apply(trial.Seed, 0);
        using Sequential network = Build(options);
        network.to(device);
        Digits training = Digits.Training.To(device);
        Digits validation = Digits.Validation.To(device);
        var batches = new TensorBatches(training.Images, training.Labels, options.BatchSize);
        await new TorchTraining
        {
            Module = network,
            Optimizer = optim.AdamW(
                network.parameters(), options.LearningRate, weight_decay: options.WeightDecay),
            Loss = (outputs, labels) => nn.functional.cross_entropy(outputs, labels),
            Batches = _ => batches.Shuffled(),
            Evaluate = () => Measure(network, validation),
            Options = new TrainingOptions
            {
                Epochs = Epochs,
                Schedule = new LearningRateSchedule(options.Schedule, Epochs),
                ClipNorm = 5,
            },
        }.RunAsync(trial, stop);
    }

    private static Sequential Build(ConvolutionOptions options)
    {
        int second = 2 * options.Filters;
        return nn.Sequential(
        [
            nn.Conv2d(1, options.Filters, 3, padding: 1),
            Layers.Activation(options.Activation),
            nn.Conv2d(options.Filters, second, 3, padding: 1),
            Layers.Activation(options.Activation),
            nn.MaxPool2d(2),
            nn.Flatten(),
            .. Layers.Dense(
                second * 4 * 4, 10, 1, options.Units, options.Activation, options.Dropout),
        ]);
    }

    private static (string, double)[] Measure(Sequential network, Digits images)
    {
        Tensor outputs = network.call(images.Images);
        return
        [
            ("accuracy", Number(outputs.argmax(1).eq(images.Labels).to_type(ScalarType.Float64)
                .mean())),
            ("validation-loss", Number(nn.functional.cross_entropy(outputs, images.Labels))),
        ];
    }

    private static double Number(Tensor value) =>
        value.cpu().to_type(ScalarType.Float64).item<double>();
}
