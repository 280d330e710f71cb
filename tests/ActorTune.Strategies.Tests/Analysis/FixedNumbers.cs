namespace ActorTune.Analysis;

/// <summary>
/// Numbers from 0 to below 1 that other programs make just alike: a linear congruence in whole
/// numbers.
/// </summary>
internal sealed class FixedNumbers(ulong seed)
{
    private ulong _state = seed;

    internal double Next()
    {
        _state = (_state * 1103515245 + 12345) % 2147483648;
        return _state / 2147483648.0;
    }

    /// <summary>Sums of two numbers, moved, and rounded down to parts of a whole.</summary>
    internal static double[] List(int count, ulong seed, double shift = 0, double? parts = null)
    {
        var numbers = new FixedNumbers(seed);
        var list = new double[count];
        for (int i = 0; i < count; i++)
        {
            double value = numbers.Next() + numbers.Next() + shift;
            list[i] = parts is { } fine ? Math.Floor(value * fine) / fine : value;
        }

        return list;
    }
}
