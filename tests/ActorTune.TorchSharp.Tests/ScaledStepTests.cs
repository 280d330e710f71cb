namespace ActorTune.TorchSharp.Tests;

/// <summary>One step of a float16 network whose loss is scaled.</summary>
public sealed class ScaledStepTests
{
    // One batch, a rate of 1: the step is the gradient, and scaling by a power of two is exact.
    [Theory]
    [InlineData(null)]
    [InlineData(0.125)]
    public void Gradients_are_freed_of_their_scale_before_they_are_clipped(double? clip)
    {
        double[] Step(double scale) => OneStep(Weighted(1), scale, clip).Step;

        Assert.Equal(Step(scale: 1), Step(scale: 1024));
        if (clip is { } most)
            Assert.Equal(most, Math.Sqrt(Step(1024).Sum(number => number * number)), 4);
    }

    // 65,504 is the largest float16.
    [Theory]
    [InlineData(1, 1024.0, true, 1024.0)]
    [InlineData(1, 16_777_216.0, false, 8_388_608.0)]
    [InlineData(512, 1024.0, false, 512.0)]
    public void A_step_whose_gradients_overflow_is_skipped_and_the_scale_halves(
        double loss, double scale, bool isTaken, double after)
    {
        (double[] step, double left) = OneStep(Weighted(loss), scale);

        Assert.Equal(isTaken, step.Any(number => number != 0));
        Assert.Equal(after, left);
    }

    private static Func<Tensor, Tensor, Tensor> Weighted(double weight) =>
        (outputs, targets) => nn.functional.cross_entropy(outputs, targets) * weight;

    private static (double[] Step, double Scale) OneStep(
        Func<Tensor, Tensor, Tensor> loss, double scale, double? clip = null)
    {
        using var folder = new TemporaryFolder();
        var channel = new ScriptedChannel();
        TorchTraining training = InOneStep(loss, scale, clip);
        double[] before = Numbers(training.Module);
        training.RunAsync(Trainings.Trial(folder.Path, channel), default).GetAwaiter().GetResult();
        return (
            [.. Numbers(training.Module).Zip(before, (now, then) => now - then)],
            channel.Reports[0].Metrics.Find("gradient-scale")!.Value);
    }

    private static TorchTraining InOneStep(
        Func<Tensor, Tensor, Tensor> loss, double scale, double? clip)
    {
        TorchTraining small = Trainings.Of(() => new Elementwise());
        return new TorchTraining
        {
            Module = small.Module,
            WorkingCopy = small.WorkingCopy,
            Optimizer = optim.SGD(small.Module.parameters(), 1),
            Loss = loss,
            Batches = epoch => small.Batches(epoch).Take(1),
            Evaluate = small.Evaluate,
            Options = new TrainingOptions
            {
                Epochs = 1,
                Precision = TrainingPrecision.Float16,
                GradientScale = scale,
                ClipNorm = clip,
            },
        };
    }

    private static double[] Numbers(nn.Module module) => [.. module.parameters().SelectMany(
        parameter => parameter.to_type(ScalarType.Float64).data<double>().ToArray())];
}
