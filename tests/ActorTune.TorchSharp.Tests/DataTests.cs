using ActorTune.TorchSharp.Data;

namespace ActorTune.TorchSharp.Tests;

public sealed class DataTests
{
    [Theory]
    [InlineData(10, 5)]
    [InlineData(11, 3)]
    [InlineData(4, 4)]
    public void Every_example_is_judged_by_once(int count, int folds)
    {
        IReadOnlyList<CrossValidationFold> all = CrossValidationFold.Split(count, folds, seed: 5);

        Assert.Equal(folds, all.Count);
        Assert.Equal(
            Enumerable.Range(0, count), all.SelectMany(fold => fold.Validation).Order());
        Assert.All(all, fold =>
        {
            Assert.Equal(
                Enumerable.Range(0, count), fold.Training.Concat(fold.Validation).Order());
            Assert.InRange(fold.Validation.Count, count / folds, (count / folds) + 1);
        });
    }

    [Fact]
    public void An_epoch_has_every_example_once_in_an_order_of_its_own()
    {
        Tensor inputs = arange(10, ScalarType.Float32).reshape(10, 1);
        var batches = new TensorBatches(inputs, arange(10, ScalarType.Int64), 4);
        long[] Order(int epoch)
        {
            TrialSeed.Apply(3, epoch);
            return
            [
                .. batches.Shuffled().SelectMany(batch => batch.Targets.data<long>().ToArray()),
            ];
        }

        Assert.Equal(Enumerable.Range(0, 10).Select(i => (long)i), Order(1).Order());
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
    }

    [Theory]
    [InlineData(ScheduleKind.Constant, 0, "1 1 1 1 1 1")]
    [InlineData(ScheduleKind.Cosine, 0, "1 0.933 0.75 0.5 0.25 0.067")]
    [InlineData(ScheduleKind.Step, 0, "1 1 0.1 0.1 0.01 0.01")]
    [InlineData(ScheduleKind.Constant, 2, "0.333 0.667 1 1 1 1")]
    [InlineData(ScheduleKind.Cosine, 2, "0.333 0.667 1 0.854 0.5 0.146")]
    public void The_learning_rate_follows_its_course(ScheduleKind kind, int warmUp, string course)
    {
        var schedule = new LearningRateSchedule(kind, 6, warmUp);
        Assert.Equal(course, string.Join(' ', Enumerable.Range(1, 6).Select(epoch =>
            Math.Round(schedule.FactorAt(epoch), 3)
                .ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }
}
