using ActorTune.Randomness;
using ActorTune.Samples.Digits.Images;
using ActorTune.Samples.Digits.Networks;
using ActorTune.Samples.Digits.Optimizers;

namespace ActorTune.Samples.Digits.Training;

/// <summary>
/// Trains a network epoch by epoch. All chance is a function of the seed and the epoch, so that
/// weights, moments and the epoch's number are all that a checkpoint needs.
/// </summary>
internal sealed class Trainer
{
    private const int EvaluationBatch = 64;
    private static readonly StreamName ShuffleStream = new("digits-shuffle");
    private static readonly StreamName DropoutStream = new("digits-dropout");

    private readonly DigitsOptions _options;
    private readonly DigitsSplit _images;
    private readonly ulong _seed;
    private readonly int _maxEpochs;
    private readonly WeightPenalty _penalty;
    private readonly int[] _order;

    /// <summary>Prepares a training from first weights.</summary>
    /// <param name="options">What is tuned.</param>
    /// <param name="images">The images.</param>
    /// <param name="seed">Where all chance comes from.</param>
    /// <param name="maxEpochs">The length over which the learning rate's schedule runs.</param>
    internal Trainer(DigitsOptions options, DigitsSplit images, ulong seed, int maxEpochs)
    {
        _options = options;
        _images = images;
        _seed = seed;
        _maxEpochs = maxEpochs;
        _penalty = new WeightPenalty(options.WeightDecay, options.L1);
        _order = new int[images.Training.Count];
        var shape = new NetworkShape(options.Layers, options.Units);
        Network = new MultiLayerPerceptron(
            shape, options.Activation, Math.Max(options.BatchSize, EvaluationBatch));
        Optimizer = options.Optimizer == OptimizerKind.Adam
            ? new Adam(shape.WeightCount, options.Beta2)
            : new Sgd(shape.WeightCount, options.Momentum, options.Nesterov);
        WeightInitializer.Draw(shape, options.Activation, seed, Network.Weights);
    }

    internal MultiLayerPerceptron Network { get; }

    internal Optimizer Optimizer { get; }

    /// <summary>How many epochs were trained.</summary>
    internal int Epoch { get; set; }

    /// <summary>Trains one epoch and measures.</summary>
    internal EpochResult TrainEpoch()
    {
        Epoch++;
        Shuffle();
        double loss = 0;
        int batches = (_order.Length + _options.BatchSize - 1) / _options.BatchSize;
        for (int batch = 0; batch < batches; batch++)
        {
            double progress = (Epoch - 1 + (double)batch / batches) / _maxEpochs;
            loss += TrainBatch(batch, Math.Min(progress, 1));
        }

        (double validationLoss, double validationAccuracy) = Evaluate(_images.Validation);
        return new EpochResult(
            loss / _order.Length,
            validationLoss,
            validationAccuracy,
            Evaluate(_images.Test).Accuracy);
    }

    private void Shuffle()
    {
        for (int i = 0; i < _order.Length; i++)
            _order[i] = i;
        RandomStream.For(_seed, ShuffleStream, Epoch, 0).Shuffle(_order.AsSpan());
    }

    private double TrainBatch(int batch, double progress)
    {
        int start = batch * _options.BatchSize;
        int count = Math.Min(_options.BatchSize, _order.Length - start);
        ReadOnlySpan<int> images = _order.AsSpan(start, count);
        bool withDropout = _options.Dropout > 0;
        RandomStream? chance = withDropout
            ? RandomStream.For(_seed, DropoutStream, Epoch, batch)
            : null;
        Network.Load(_images.Training, images);
        Network.Forward(count, _options.Dropout, chance);
        double loss = 0;
        for (int i = 0; i < count; i++)
            loss += Network.Loss(i, _images.Training.Label(images[i]));
        Network.Backward(count, withDropout);
        _penalty.AddGradient(Network.Shape, Network.Weights, Network.Gradient);
        double factor = LearningRateSchedule.Factor(_options.Schedule, progress);
        Optimizer.Step(Network.Weights, Network.Gradient, _options.LearningRate * factor);
        return loss;
    }

    private (double Loss, double Accuracy) Evaluate(LabelledImages images)
    {
        double loss = 0;
        int right = 0;
        Span<int> batch = stackalloc int[EvaluationBatch];
        for (int start = 0; start < images.Count; start += EvaluationBatch)
        {
            int count = Math.Min(EvaluationBatch, images.Count - start);
            for (int i = 0; i < count; i++)
                batch[i] = start + i;
            Network.Load(images, batch[..count]);
            Network.Forward(count, 0, null);
            for (int i = 0; i < count; i++)
            {
                byte label = images.Label(start + i);
                right += Network.Predict(i) == label ? 1 : 0;
                loss += Network.Loss(i, label);
            }
        }

        return (loss / images.Count, (double)right / images.Count);
    }
}
