using ActorTune.TorchSharp.Checkpoints;

namespace ActorTune.TorchSharp.Tests;

public sealed class TorchTrainingTests
{
    [Fact]
    public async Task It_reports_every_epoch_and_learns()
    {
        using var folder = new TemporaryFolder();
        var channel = new ScriptedChannel();

        await Trainings.Training(options: new TrainingOptions { Epochs = 40 }, dropout: 0)
            .RunAsync(Trainings.Trial(folder.Path, channel), default);

        Assert.Equal(
            Enumerable.Range(1, 40).Select(epoch => (long)epoch),
            channel.Reports.Select(report => report.Resource));
        Assert.Equal(["accuracy", "train-loss"], channel.Reports[0].Metrics.Names);
        Assert.True(channel.Reports[^1].Metrics.Find("accuracy") > 0.9);
        Assert.True(channel.Reports[^1].Metrics.Find("train-loss")
            < channel.Reports[0].Metrics.Find("train-loss"));
        Assert.Empty(channel.Checkpoints);
    }

    [Theory]
    [InlineData(OptimizerKind.Sgd)]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.AdamW)]
    public async Task Paused_and_resumed_it_goes_on_as_if_it_never_paused(OptimizerKind optimizer)
    {
        using var folder = new TemporaryFolder();
        var whole = new ScriptedChannel();
        await Trainings.Training(optimizer)
            .RunAsync(Trainings.Trial(Sub(folder, "whole"), whole), default);

        var first = new ScriptedChannel(until: 2);
        await Trainings.Training(optimizer)
            .RunAsync(Trainings.Trial(Sub(folder, "first"), first, until: 2), default);
        (long resource, string saved) = Assert.Single(first.Checkpoints);
        var second = new ScriptedChannel();
        await Trainings.Training(optimizer).RunAsync(
            Trainings.Trial(
                Sub(folder, "second"),
                second,
                resume: new TrialResume(new Resource(resource), saved)),
            default);

        Assert.Equal(
            whole.Reports.Select(report => report.ToString()),
            first.Reports.Concat(second.Reports).Select(report => report.ToString()));
    }

    [Fact]
    public async Task One_seed_trains_alike_each_time_and_another_does_not()
    {
        using var folder = new TemporaryFolder();
        string[] runs = new string[3];
        for (int i = 0; i < runs.Length; i++)
        {
            var channel = new ScriptedChannel();
            TorchTraining training = Trainings.Training(
                options: new TrainingOptions { Epochs = 2, L1 = i == 2 ? 0.01 : 0 });
            await training.RunAsync(Trainings.Trial(Sub(folder, $"{i}"), channel), default);
            runs[i] = string.Join(" ", channel.Reports);
        }

        Assert.Equal(runs[0], runs[1]);
        Assert.NotEqual(runs[0], runs[2]);
    }

    [Fact]
    public void Penalties_and_clipping_keep_weights_small()
    {
        double Size(TrainingOptions options)
        {
            using var folder = new TemporaryFolder();
            TorchTraining training = Trainings.Training(options: options, dropout: 0);
            training.RunAsync(Trainings.Trial(folder.Path, new ScriptedChannel()), default)
                .GetAwaiter().GetResult();
            return training.Module.parameters().Sum(
                parameter => parameter.abs().sum().to_type(ScalarType.Float64).item<double>());
        }

        double free = Size(new TrainingOptions { Epochs = 20 });
        Assert.True(Size(new TrainingOptions { Epochs = 20, L1 = 0.02 }) < free);
        Assert.True(Size(new TrainingOptions { Epochs = 20, L2 = 0.02 }) < free);
        Assert.True(Size(new TrainingOptions { Epochs = 20, ClipNorm = 0.01 }) < free);
    }

    [Fact]
    public async Task Running_out_of_memory_is_told_as_that()
    {
        using var folder = new TemporaryFolder();
        TorchTraining small = Trainings.Training();
        var training = new TorchTraining
        {
            Module = small.Module,
            Optimizer = small.Optimizer,
            Loss = (outputs, _) => outputs.sum() * ones(1L << 50).sum(),
            Batches = small.Batches,
            Evaluate = small.Evaluate,
            Options = small.Options,
        };

        var error = await Assert.ThrowsAsync<TrialOutOfMemoryException>(() => training.RunAsync(
            Trainings.Trial(folder.Path, new ScriptedChannel()), default));
        Assert.StartsWith("the training of 168 bytes of parameters did not fit", error.Message);
    }

    [Fact]
    public void A_checkpoint_of_another_network_is_refused()
    {
        using var folder = new TemporaryFolder();
        using nn.Module<Tensor, Tensor> one = nn.Linear(2, 3);
        using nn.Module<Tensor, Tensor> other = nn.Linear(3, 3);
        TorchCheckpoint.Write(folder.Path, one, optim.SGD(one.parameters(), 0.1));

        var error = Assert.Throws<InvalidDataException>(() => TorchCheckpoint.Read(
            folder.Path, other, optim.SGD(other.parameters(), 0.1)));

        Assert.Contains("is of another network: 'weight' of [3, 3] is not in it", error.Message);
    }

    private static string Sub(TemporaryFolder folder, string name) =>
        Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;
}
