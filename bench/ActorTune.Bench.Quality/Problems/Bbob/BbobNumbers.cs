namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>
/// The numbers from which instances of the functions are made: the generator of Park and Miller
/// with a shuffle of 32 places (Hansen, Finck, Ros, Auger, RR-6829, 2009; the values are those of
/// COCO).
/// </summary>
internal static class BbobNumbers
{
    private const int Places = 32;
    private const int Discarded = 8;
    private const double Modulus = 2147483647;

    /// <summary>Numbers in (0, 1).</summary>
    internal static double[] Uniform(int count, double seed)
    {
        double state = Math.Max(1, Math.Abs(seed));
        var shuffle = new double[Places];
        for (int i = Places + Discarded - 1; i >= 0; i--)
        {
            state = Next(state);
            if (i < Places)
                shuffle[i] = state;
        }

        double last = shuffle[0];
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            state = Next(state);
            int place = (int)Math.Floor(last / 67108865);
            last = shuffle[place];
            shuffle[place] = state;
            numbers[i] = last == 0 ? 1e-99 : last / Modulus;
        }

        return numbers;
    }

    /// <summary>Normal numbers, by Box and Muller.</summary>
    internal static double[] Normal(int count, double seed)
    {
        double[] uniform = Uniform(2 * count, seed);
        var numbers = new double[count];
        for (int i = 0; i < count; i++)
        {
            double number = Math.Sqrt(-2 * Math.Log(uniform[i]))
                * Math.Cos(2 * Math.PI * uniform[count + i]);
            numbers[i] = number == 0 ? 1e-99 : number;
        }

        return numbers;
    }

    // 16807 times the state modulo 2^31 - 1, by Schrage's method.
    private static double Next(double state)
    {
        double high = Math.Floor(state / 127773);
        double next = 16807 * (state - high * 127773) - 2836 * high;
        return next < 0 ? next + Modulus : next;
    }
}
