namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// How many of the n entries of a rung stand above its cut-off, in whole numbers:
/// floor((n - skipped) multiplier / divisor) + extra, within bounds. It never shrinks as n grows.
/// </summary>
internal readonly record struct KeptShare
{
    private readonly int _multiplier;
    private readonly int _divisor;
    private readonly int _skipped;
    private readonly int _extra;
    private readonly int _least;
    private readonly int _most;

    private KeptShare(
        int divisor,
        int skipped = 0,
        int extra = 0,
        int least = 0,
        int most = int.MaxValue,
        int multiplier = 1)
    {
        _multiplier = multiplier;
        _divisor = divisor;
        _skipped = skipped;
        _extra = extra;
        _least = least;
        _most = most;
    }

    /// <summary>The best floor(n / eta): promotion ASHA.</summary>
    internal static KeptShare Floor(int factor) => new(factor);

    /// <summary>The best floor(n / eta), but at least one.</summary>
    internal static KeptShare FloorOrOne(int factor) => new(factor, least: 1);

    /// <summary>Up to the order statistic below the linear 1/eta quantile, (n - 1) / eta.</summary>
    internal static KeptShare ToQuantile(int factor) => new(factor, skipped: 1, extra: 1);

    /// <summary>Up to the order statistic below a linear quantile, (n - 1) times it.</summary>
    internal static KeptShare ToQuantile(Share order) =>
        new(order.Denominator, skipped: 1, extra: 1, multiplier: order.Numerator);

    /// <summary>
    /// All that at most n / eta entries are strictly better than, ties left aside.
    /// </summary>
    internal static KeptShare FloorAndOne(int factor) => new(factor, extra: 1);

    /// <summary>
    /// Of a rung that will have <paramref name="size"/> entries, those that are certain to be
    /// among its best <paramref name="kept"/> whatever the missing ones turn out to be.
    /// </summary>
    internal static KeptShare Certain(int size, int kept) =>
        new(1, skipped: size - kept, most: kept);

    /// <summary>How many of a number of entries.</summary>
    internal int Of(int count) => count < _skipped || count == 0
        ? 0
        : Math.Clamp(Part(count - _skipped) + _extra, _least, _most);

    private int Part(int count) => _multiplier == 1
        ? count / _divisor
        : (int)((long)count * _multiplier / _divisor);
}
