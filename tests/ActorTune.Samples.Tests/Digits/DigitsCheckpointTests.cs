using ActorTune.Samples.Digits.Checkpoints;
using ActorTune.Samples.Digits.Training;

namespace ActorTune.Samples.Tests.Digits;

public sealed class DigitsCheckpointTests
{
    [Theory]
    [InlineData(3, "it is no checkpoint of this sample")]
    [InlineData(1000, "its checksum is wrong")]
    public async Task A_damaged_file_is_refused(int damagedByte, string reason)
    {
        using var folder = new TemporaryFolder();
        await DigitsCheckpoint.WriteAsync(folder.Path, NewTrainer(2), default);
        byte[] file = File.ReadAllBytes(folder.Of(DigitsCheckpoint.FileName));
        file[damagedByte] ^= 1;
        File.WriteAllBytes(folder.Of(DigitsCheckpoint.FileName), file);

        var error = Assert.Throws<InvalidDataException>(
            () => DigitsCheckpoint.Read(folder.Path, NewTrainer(2)));

        Assert.Contains(reason, error.Message);
        Assert.Contains(DigitsCheckpoint.FileName, error.Message);
    }

    [Fact]
    public async Task A_file_cut_short_is_refused()
    {
        using var folder = new TemporaryFolder();
        await DigitsCheckpoint.WriteAsync(folder.Path, NewTrainer(2), default);
        byte[] file = File.ReadAllBytes(folder.Of(DigitsCheckpoint.FileName));
        foreach (int length in new[] { 0, 20, file.Length / 2, file.Length - 1 })
        {
            File.WriteAllBytes(folder.Of(DigitsCheckpoint.FileName), file[..length]);

            Assert.Throws<InvalidDataException>(
                () => DigitsCheckpoint.Read(folder.Path, NewTrainer(2)));
        }
    }

    [Fact]
    public async Task A_checkpoint_of_another_network_is_refused()
    {
        using var folder = new TemporaryFolder();
        await DigitsCheckpoint.WriteAsync(folder.Path, NewTrainer(2), default);

        var error = Assert.Throws<InvalidDataException>(
            () => DigitsCheckpoint.Read(folder.Path, NewTrainer(3)));

        Assert.Contains("its number of weights is", error.Message);
    }

    private static Trainer NewTrainer(int layers) =>
        TrainerTests.New(TrainerTests.Options("sgd") with { Layers = layers });
}
