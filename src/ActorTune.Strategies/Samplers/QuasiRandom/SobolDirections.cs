namespace ActorTune.Strategies.Samplers.QuasiRandom;

/// <summary>
/// The direction numbers of a Sobol sequence, 32 for each dimension, by the recurrence of Bratley
/// and Fox, "Algorithm 659", ACM TOMS 14 (1988).
/// </summary>
internal static class SobolDirections
{
    /// <summary>How many dimensions the table reaches.</summary>
    internal const int MaxDimensions = 1111;

    /// <summary>How many binary digits a coordinate has.</summary>
    internal const int Digits = 32;

    private static readonly byte[] Table = Convert.FromBase64String(JoeKuoTable.Packed);

    /// <summary>
    /// The directions of the first dimensions, at most <see cref="MaxDimensions"/>.
    /// </summary>
    internal static uint[][] Create(int dimensions)
    {
        var directions = new uint[Math.Min(dimensions, MaxDimensions)][];
        var bits = new BitReader(Table);
        int degree = 1;
        int left = JoeKuoTable.PolynomialCounts[0];
        for (int i = 0; i < directions.Length; i++)
        {
            if (i == 0)
            {
                directions[0] = VanDerCorput();
                continue;
            }

            if (left == 0)
                left = JoeKuoTable.PolynomialCounts[degree++];
            left--;
            directions[i] = Read(ref bits, degree);
        }

        return directions;
    }

    private static uint[] VanDerCorput()
    {
        var directions = new uint[Digits];
        for (int i = 0; i < Digits; i++)
            directions[i] = 1u << (Digits - 1 - i);
        return directions;
    }

    private static uint[] Read(ref BitReader bits, int degree)
    {
        uint inner = bits.Next(degree - 1);
        var directions = new uint[Digits];
        for (int i = 0; i < degree; i++)
            directions[i] = ((bits.Next(i) << 1) | 1) << (Digits - 1 - i);
        for (int i = degree; i < Digits; i++)
        {
            uint direction = directions[i - degree] ^ (directions[i - degree] >> degree);
            for (int k = 1; k < degree; k++)
            {
                if (((inner >> (degree - 1 - k)) & 1) != 0)
                    direction ^= directions[i - k];
            }

            directions[i] = direction;
        }

        return directions;
    }

    private struct BitReader(byte[] bytes)
    {
        private int _position;

        internal uint Next(int count)
        {
            uint value = 0;
            for (; count > 0; count--, _position++)
            {
                int bit = bytes[_position >> 3] >> (7 - (_position & 7));
                value = (value << 1) | (uint)(bit & 1);
            }

            return value;
        }
    }
}
