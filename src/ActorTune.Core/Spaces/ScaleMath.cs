using ActorTune.Arithmetic;

namespace ActorTune.Spaces;

/// <summary>
/// The maps between a numeric range and the unit interval. Encoding inverts decoding exactly for
/// every value that decoding can give: a first guess by formula is corrected by bisection.
/// </summary>
internal static class ScaleMath
{
    private const int Neighbours = 8;

    internal static double Decode(Scale scale, double low, double high, double unit)
    {
        if (unit <= 0)
            return low;
        if (unit >= 1)
            return high;
        double value = scale switch
        {
            Scale.Linear => low + unit * (high - low),
            Scale.Log => Stretch(low, high, unit),
            Scale.ReverseLog => high - (Stretch(low, high, 1 - unit) - low),
            _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale."),
        };
        return Math.Clamp(value, low, high);
    }

    internal static double Encode(Scale scale, double low, double high, double value)
    {
        if (value <= low)
            return 0;
        if (value >= high)
            return 1;
        double guess = Math.Clamp(Guess(scale, low, high, value), 0, 1);
        return Decode(scale, low, high, guess).Equals(value)
            ? guess
            : Correct(scale, low, high, value, guess);
    }

    private static double Guess(Scale scale, double low, double high, double value) => scale switch
    {
        Scale.Linear => (value - low) / (high - low),
        Scale.Log => Shrink(low, high, value),
        Scale.ReverseLog => 1 - Shrink(low, high, high - value + low),
        _ => throw new ArgumentOutOfRangeException(nameof(scale), scale, "Unknown scale."),
    };

    private static double Stretch(double low, double high, double unit)
    {
        double bottom = PortableMath.Log(low);
        return PortableMath.Exp(bottom + unit * (PortableMath.Log(high) - bottom));
    }

    private static double Shrink(double low, double high, double value)
    {
        double bottom = PortableMath.Log(low);
        return (PortableMath.Log(value) - bottom) / (PortableMath.Log(high) - bottom);
    }

    private static double Correct(
        Scale scale, double low, double high, double value, double guess)
    {
        double exact = Bisect(scale, low, high, value);
        if (Decode(scale, low, high, exact).Equals(value))
            return exact;
        double up = exact, down = exact;
        for (int step = 0; step < Neighbours; step++)
        {
            up = Math.Min(Math.BitIncrement(up), 1);
            down = Math.Max(Math.BitDecrement(down), 0);
            if (Decode(scale, low, high, up).Equals(value))
                return up;
            if (Decode(scale, low, high, down).Equals(value))
                return down;
        }

        return guess;
    }

    // Between 0 and 1 the bit patterns of doubles are ordered like the doubles themselves.
    private static double Bisect(Scale scale, double low, double high, double value)
    {
        long bottom = 0;
        long top = BitConverter.DoubleToInt64Bits(1.0);
        while (bottom < top)
        {
            long middle = bottom + (top - bottom) / 2;
            if (Decode(scale, low, high, BitConverter.Int64BitsToDouble(middle)) < value)
                bottom = middle + 1;
            else
                top = middle;
        }

        return BitConverter.Int64BitsToDouble(bottom);
    }
}
