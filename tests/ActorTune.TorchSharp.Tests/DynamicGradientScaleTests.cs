using ActorTune.TorchSharp.Checkpoints;

namespace ActorTune.TorchSharp.Tests;

public sealed class DynamicGradientScaleTests
{
    // + is a step whose gradients are finite, - one whose gradients are not.
    [Theory]
    [InlineData(8, 3, "", 8, 0)]
    [InlineData(8, 3, "++", 8, 2)]
    [InlineData(8, 3, "+++", 16, 0)]
    [InlineData(8, 3, "++-", 4, 0)]
    [InlineData(8, 3, "++-++", 4, 2)]
    [InlineData(8, 3, "--+++++++", 8, 1)]
    [InlineData(2, 3, "---", 1, 0)]
    [InlineData(8_388_608, 1, "+++", 16_777_216, 0)]
    public void It_grows_with_good_steps_and_halves_with_bad_ones(
        double first, int growsAfter, string steps, double value, int goodSteps)
    {
        var scale = new DynamicGradientScale(first, growsAfter);
        foreach (char step in steps)
            scale.Observe(step == '+');

        Assert.Equal(
            (value, goodSteps, steps.Count(step => step == '-')),
            (scale.Value, scale.GoodSteps, scale.SkippedSteps));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(double.NaN)]
    [InlineData(33_554_432)]
    public void What_is_no_power_of_two_in_range_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DynamicGradientScale(value));

    [Theory]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("{'scale':8}", false)]
    [InlineData("{'scale':7,'good-steps':1}", false)]
    [InlineData("{'scale':8,'good-steps':-1}", false)]
    [InlineData("{'scale':8,'good-steps':1}", true)]
    public void A_checkpoint_with_a_damaged_scale_is_refused(string text, bool isTaken)
    {
        using var folder = new TemporaryFolder();
        using nn.Module<Tensor, Tensor> module = nn.Linear(2, 3);
        var optimizer = optim.SGD(module.parameters(), 0.1);
        var scale = new DynamicGradientScale();
        TorchCheckpoint.Write(folder.Path, module, optimizer, scale);
        string path = Path.Combine(folder.Path, "gradient-scale.json");
        Assert.Equal("{\"scale\":65536,\"good-steps\":0}", File.ReadAllText(path));
        File.WriteAllText(path, text.Replace('\'', '"'));

        void Read() => TorchCheckpoint.Read(folder.Path, module, optimizer, scale);

        if (isTaken)
            Read();
        else
            Assert.Contains(path, Assert.Throws<InvalidDataException>(Read).Message);
        Assert.Equal(isTaken ? (8, 1) : (65_536, 0), (scale.Value, scale.GoodSteps));
    }

    [Fact]
    public void A_checkpoint_without_one_leaves_it_as_it_is()
    {
        using var folder = new TemporaryFolder();
        using nn.Module<Tensor, Tensor> module = nn.Linear(2, 3);
        var optimizer = optim.SGD(module.parameters(), 0.1);
        TorchCheckpoint.Write(folder.Path, module, optimizer);
        var scale = new DynamicGradientScale(16);

        TorchCheckpoint.Read(folder.Path, module, optimizer, scale);

        Assert.Equal(16, scale.Value);
    }
}
