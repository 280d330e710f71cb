using ActorTune.Spaces;
using ActorTune.TorchSharp.Data;
using ActorTune.TorchSharp.Networks;

namespace ActorTune.TorchSharp.Tests;

/// <summary>A small network that learns which of two numbers is larger.</summary>
internal static class Trainings
{
    internal const ulong Seed = 17;

    internal static TrialContext Trial(
        string folder, ScriptedChannel channel, long? until = null, TrialResume? resume = null) =>
        new(
            new TrialAssignment
            {
                Study = new StudyId("torch"),
                Attempt = new AttemptId(new TrialNumber(3), resume is null ? 1 : 2),
                Configuration = Configuration.Empty,
                Seed = Seed,
                Objective = "accuracy",
                Folder = folder,
                Until = until is { } units ? new Resource(units) : null,
                Resume = resume,
                Resumes = true,
            },
            channel);

    internal static TorchTraining Training(
        OptimizerKind optimizer = OptimizerKind.Sgd,
        TrainingOptions? options = null,
        double dropout = 0.2)
    {
        return Of(
            () => nn.Sequential(Layers.Dense(2, 2, 1, 8, ActivationKind.Tanh, dropout)),
            optimizer,
            options);
    }

    /// <summary>The same task for any network of two inputs and two outputs.</summary>
    internal static TorchTraining Of(
        Func<nn.Module<Tensor, Tensor>> build,
        OptimizerKind optimizer = OptimizerKind.Sgd,
        TrainingOptions? options = null)
    {
        TrialSeed.Apply(Seed, 0);
        nn.Module<Tensor, Tensor> module = build();
        (Tensor inputs, Tensor targets) = Examples();
        return new TorchTraining
        {
            Module = module,
            WorkingCopy = build,
            Optimizer = new OptimizerOptions
            {
                Optimizer = optimizer,
                LearningRate = 0.1,
            }.Create(module),
            Loss = (outputs, wanted) => nn.functional.cross_entropy(outputs, wanted),
            Batches = _ => new TensorBatches(inputs, targets, 10).Shuffled(),
            Evaluate = () =>
            [
                ("accuracy", module.call(inputs).argmax(1).eq(targets)
                    .to_type(ScalarType.Float64).mean().item<double>()),
            ],
            Options = options ?? new TrainingOptions
            {
                Epochs = 6,
                Schedule = new LearningRateSchedule(ScheduleKind.Cosine, 6),
            },
        };
    }

    private static (Tensor Inputs, Tensor Targets) Examples()
    {
        float[] numbers = [.. Enumerable.Range(0, 64).Select(i => (i * 37 % 64 / 32f) - 1)];
        Tensor inputs = tensor(numbers).reshape(32, 2);
        Tensor targets = inputs.select(1, 0).gt(inputs.select(1, 1)).to_type(ScalarType.Int64);
        return (inputs, targets);
    }
}
