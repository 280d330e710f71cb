using System.Globalization;

namespace ActorTune.Arithmetic;

/// <summary>
/// A table of one function: per line the bits of the arguments, the bits of the true result rounded
/// to nearest, and by how many thousandths of an ulp the true result is larger in size than that.
/// Computed with 220 bits (1,400 for the trigonometric functions), arguments random and extreme.
/// </summary>
internal static class ReferenceTable
{
    public static IEnumerable<Entry> Read(string name)
    {
        using Stream? stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream(
            $"ActorTune.Arithmetic.{name}.txt");
        Assert.NotNull(stream);
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words = line.Split(' ');
            double second = words.Length == 4 ? FromBits(words[1]) : 0.0;
            yield return new Entry(
                FromBits(words[0]),
                second,
                FromBits(words[^2]),
                int.Parse(words[^1], CultureInfo.InvariantCulture) / 1000.0);
        }
    }

    private static double FromBits(string word) => BitConverter.UInt64BitsToDouble(
        ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    internal readonly record struct Entry(double X, double Y, double Rounded, double Rest)
    {
        /// <summary>How far a result is from the true one, in ulps of the rounded one.</summary>
        public double ErrorOf(double result)
        {
            if (double.IsNaN(result) || double.IsNegative(result) != double.IsNegative(Rounded))
            {
                return double.PositiveInfinity;
            }

            long steps = BitConverter.DoubleToInt64Bits(result)
                - BitConverter.DoubleToInt64Bits(Rounded);
            return Math.Abs(steps - Rest);
        }
    }
}
