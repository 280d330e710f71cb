using ActorTune.TorchSharp.Networks;

namespace ActorTune.TorchSharp.Tests;

/// <summary>Training in 16 bits with weights in 32.</summary>
public sealed class MixedPrecisionTests
{
    private static readonly Func<nn.Module<Tensor, Tensor>> Products = () => new Elementwise();

    [Theory]
    [InlineData("dense", TrainingPrecision.Full)]
    [InlineData("dense", TrainingPrecision.BFloat16)]
    [InlineData("products", TrainingPrecision.Full)]
    [InlineData("products", TrainingPrecision.BFloat16)]
    [InlineData("products", TrainingPrecision.Float16)]
    public async Task It_learns_in_every_precision(string network, TrainingPrecision precision)
    {
        using var folder = new TemporaryFolder();
        var channel = new ScriptedChannel();
        var options = new TrainingOptions { Epochs = 40, Precision = precision };
        TorchTraining training = network == "dense"
            ? Trainings.Training(options: options, dropout: 0)
            : Trainings.Of(Products, options: options);

        await training.RunAsync(Trainings.Trial(folder.Path, channel), default);

        Assert.True(channel.Reports[^1].Metrics.Find("accuracy") > 0.9);
        Assert.All(
            training.Module.parameters(),
            parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
    }

    [Theory]
    [InlineData("dense", OptimizerKind.Sgd, TrainingPrecision.BFloat16)]
    [InlineData("dense", OptimizerKind.AdamW, TrainingPrecision.BFloat16)]
    [InlineData("products", OptimizerKind.AdamW, TrainingPrecision.Float16)]
    [InlineData("batch-norm", OptimizerKind.Adam, TrainingPrecision.BFloat16)]
    public async Task Paused_and_resumed_it_goes_on_as_if_it_never_paused(
        string network, OptimizerKind optimizer, TrainingPrecision precision)
    {
        using var folder = new TemporaryFolder();
        TorchTraining New() => Resumed(network, optimizer, precision);
        var whole = new ScriptedChannel();
        await New().RunAsync(Trainings.Trial(Sub(folder, "whole"), whole), default);

        var first = new ScriptedChannel(until: 2);
        await New().RunAsync(Trainings.Trial(Sub(folder, "first"), first, until: 2), default);
        (long resource, string saved) = Assert.Single(first.Checkpoints);
        var second = new ScriptedChannel();
        TrialResume resume = new(new Resource(resource), saved);
        await New().RunAsync(
            Trainings.Trial(Sub(folder, "second"), second, resume: resume), default);

        Assert.Equal(
            whole.Reports.Select(report => report.ToString()),
            first.Reports.Concat(second.Reports).Select(report => report.ToString()));
    }

    [Fact]
    public async Task Layers_that_normalize_stay_in_full_and_hand_back_their_means()
    {
        using var folder = new TemporaryFolder();
        TorchTraining training = Trainings.Of(
            WithBatchNorm,
            options: new TrainingOptions { Epochs = 3, Precision = TrainingPrecision.BFloat16 });
        Tensor before = training.Module.state_dict()["1.running_mean"].clone();

        await training.RunAsync(Trainings.Trial(folder.Path, new ScriptedChannel()), default);

        Tensor mean = training.Module.state_dict()["1.running_mean"];
        Assert.Equal(ScalarType.Float32, mean.dtype);
        Assert.False(mean.eq(before).all().item<bool>());
        Assert.False(mean.eq(mean.to_type(ScalarType.BFloat16)).all().item<bool>());
    }

    [Fact]
    public async Task Without_a_second_network_it_says_what_to_set()
    {
        using var folder = new TemporaryFolder();
        TorchTraining whole = Trainings.Training();
        var training = new TorchTraining
        {
            Module = whole.Module,
            Optimizer = whole.Optimizer,
            Loss = whole.Loss,
            Batches = whole.Batches,
            Evaluate = whole.Evaluate,
            Options = whole.Options with { Precision = TrainingPrecision.BFloat16 },
        };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => training.RunAsync(
            Trainings.Trial(folder.Path, new ScriptedChannel()), default));
        Assert.Equal(
            "Precision BFloat16 needs a second network to compute with: set "
            + "TorchTraining.WorkingCopy to what builds one.",
            error.Message);
    }

    [Fact]
    public async Task A_precision_that_the_device_does_not_compute_in_is_told_as_that()
    {
        using var folder = new TemporaryFolder();
        TorchTraining training = Trainings.Of(
            () => nn.Sequential(Layers.Dense(2, 2, 1, 8)),
            options: new TrainingOptions { Epochs = 1, Precision = TrainingPrecision.Float16 });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => training.RunAsync(
            Trainings.Trial(folder.Path, new ScriptedChannel()), default));
        Assert.StartsWith("The network cannot compute in Float16 on CPU: \"", error.Message);
        Assert.EndsWith("Use another precision, or another device.", error.Message);
    }

    private static TorchTraining Resumed(
        string network, OptimizerKind optimizer, TrainingPrecision precision)
    {
        var options = new TrainingOptions
        {
            Epochs = 6,
            Precision = precision,
            ClipNorm = 1,
            GradientScaleGrowsAfter = 7,
        };
        return network switch
        {
            "dense" => Trainings.Training(optimizer, options),
            "products" => Trainings.Of(Products, optimizer, options),
            _ => Trainings.Of(WithBatchNorm, optimizer, options),
        };
    }

    private static nn.Module<Tensor, Tensor> WithBatchNorm() => nn.Sequential(
        nn.Linear(2, 8), nn.BatchNorm1d(8), nn.Tanh(), nn.Linear(8, 2));

    private static string Sub(TemporaryFolder folder, string name) =>
        Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
}
