using ActorTune.Randomness;

namespace ActorTune.TorchSharp.Data;

/// <summary>One part of the examples to judge by, and the rest to train on.</summary>
/// <param name="Training">The positions to train on, rising.</param>
/// <param name="Validation">The positions to judge by, rising.</param>
public sealed record CrossValidationFold(IReadOnlyList<int> Training, IReadOnlyList<int> Validation)
{
    private static readonly StreamName Stream = new("k-fold");

    /// <summary>
    /// Divides examples into parts of nearly one size by chance; each is once the part to judge
    /// by. Report each fold as one unit of resource and the Wilcoxon scheduler stops what is worse.
    /// </summary>
    /// <param name="count">How many examples there are.</param>
    /// <param name="folds">How many parts, at least 2 and at most one for each example.</param>
    /// <param name="seed">The same seed divides alike: give all trials one.</param>
    public static IReadOnlyList<CrossValidationFold> Split(int count, int folds, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, folds);
        int[] order = [.. Enumerable.Range(0, count)];
        RandomStream.For(seed, Stream, 0, 0).Shuffle(order.AsSpan());
        return
        [
            .. Enumerable.Range(0, folds).Select(fold => new CrossValidationFold(
                [.. order.Where((_, place) => place % folds != fold).Order()],
                [.. order.Where((_, place) => place % folds == fold).Order()])),
        ];
    }
}
