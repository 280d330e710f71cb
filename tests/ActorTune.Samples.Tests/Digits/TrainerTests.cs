using ActorTune.Samples.Digits;
using ActorTune.Samples.Digits.Checkpoints;
using ActorTune.Samples.Digits.Images;
using ActorTune.Samples.Digits.Networks;
using ActorTune.Samples.Digits.Training;

namespace ActorTune.Samples.Tests.Digits;

public sealed class TrainerTests
{
    public static TheoryData<string> Optimizers => new("sgd", "adam");

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task Nine_epochs_are_three_and_six_from_a_checkpoint_to_the_last_bit(string name)
    {
        DigitsOptions options = Options(name);
        Trainer straight = New(options);
        List<EpochResult> expected = Train(straight, 9);
        using var folder = new TemporaryFolder();
        Trainer first = New(options);
        List<EpochResult> results = Train(first, 3);
        await DigitsCheckpoint.WriteAsync(folder.Path, first, default);

        Trainer second = New(options);
        DigitsCheckpoint.Read(folder.Path, second);
        results.AddRange(Train(second, 6));

        Assert.Equal(expected, results);
        Assert.Equal(Bits(straight.Network.Weights), Bits(second.Network.Weights));
        for (int i = 0; i < straight.Optimizer.Moments.Count; i++)
            Assert.Equal(Bits(straight.Optimizer.Moments[i]), Bits(second.Optimizer.Moments[i]));
    }

    [Fact]
    public void Another_seed_gives_another_training() => Assert.NotEqual(
        Train(New(Options("sgd")), 1),
        Train(new Trainer(Options("sgd"), DigitsSplit.Shared, 2, 27), 1));

    [Fact]
    public void A_good_configuration_learns_and_a_bad_one_does_not()
    {
        var good = new DigitsOptions
        {
            LearningRate = 0.07,
            Units = 52,
            Activation = Activation.Gelu,
            Dropout = 0.15,
            Schedule = ScheduleKind.Cosine,
        };
        DigitsOptions bad = good with { LearningRate = 1e-4, BatchSize = 128, Momentum = 0.5 };

        Assert.True(Train(New(good), 9)[^1].ValidationAccuracy > 0.93);
        Assert.True(Train(New(bad), 9)[^1].ValidationAccuracy < 0.5);
    }

    internal static DigitsOptions Options(string optimizer) => new()
    {
        Optimizer = optimizer == "adam" ? OptimizerKind.Adam : OptimizerKind.Sgd,
        LearningRate = 0.005,
        BatchSize = 64,
        Layers = 2,
        Units = 12,
        Dropout = 0.2,
        Nesterov = true,
        WeightDecay = 1e-4,
        L1 = 1e-5,
        Schedule = ScheduleKind.Cosine,
    };

    internal static Trainer New(DigitsOptions options) => new(options, DigitsSplit.Shared, 1, 27);

    internal static List<EpochResult> Train(Trainer trainer, int epochs) =>
        [.. Enumerable.Range(0, epochs).Select(_ => trainer.TrainEpoch())];

    private static long[] Bits(double[] numbers) =>
        [.. numbers.Select(BitConverter.DoubleToInt64Bits)];
}
