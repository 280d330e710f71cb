namespace ActorTune.Bench.Quality.Problems.Bbob;

/// <summary>
/// What the functions of one seed share: the place of the optimum, the least value and the
/// rotations.
/// </summary>
/// <param name="seed">The function's number, or that of the one it takes after.</param>
/// <param name="instance">The instance, from 1.</param>
/// <param name="dimensions">The dimensions, at least 2.</param>
internal sealed class BbobInstance(int seed, int instance, int dimensions)
{
    private const double SecondRotationOffset = 1e6;

    internal double Seed { get; } = seed + 1e4 * instance;

    internal int Dimensions => dimensions;

    /// <summary>A quotient of two normals times 100, rounded to cents, within 1000.</summary>
    internal double LeastValue => Math.Clamp(
        Math.Round(
            100 * 100 * BbobNumbers.Normal(1, Seed)[0] / BbobNumbers.Normal(1, Seed + 1)[0])
            / 100,
        -1000,
        1000);

    /// <summary>A place in [-4, 4] of four digits.</summary>
    internal double[] Optimum() => OptimumOf(Seed);

    internal double[] SecondOptimum() => OptimumOf(Seed + SecondRotationOffset);

    /// <summary>The rotation called Q in the definitions.</summary>
    internal double[][] Rotation() => RotationOf(Seed);

    /// <summary>The rotation called R.</summary>
    internal double[][] SecondRotation() => RotationOf(Seed + SecondRotationOffset);

    /// <summary>Q times the diagonal of the powers, times R: one row for each coordinate.</summary>
    internal double[][] Conditioned(double largest) =>
        Vectors.Product(Scaled(largest), SecondRotation());

    /// <summary>Q times the diagonal of the powers.</summary>
    internal double[][] Scaled(double largest)
    {
        double[] scales = Powers(largest);
        return [.. Rotation().Select(row => row.Zip(scales, (r, s) => r * s).ToArray())];
    }

    /// <summary>A number to the powers from 0 to 1 in equal steps, by dimension.</summary>
    internal double[] Powers(double number) =>
        [.. Steps().Select(step => Math.Pow(number, step))];

    /// <summary>From 0 to 1 in equal steps, one for each dimension.</summary>
    internal double[] Steps() =>
        [.. Enumerable.Range(0, dimensions).Select(i => i / (dimensions - 1.0))];

    private double[] OptimumOf(double from) =>
        [.. BbobNumbers.Uniform(dimensions, from)
            .Select(u => 8 * Math.Floor(1e4 * u) / 1e4 - 4)
            .Select(place => place == 0 ? -1e-5 : place)];

    // Rows of normals, made orthonormal one after the other (Gram and Schmidt).
    private double[][] RotationOf(double from)
    {
        double[][] rows = [.. BbobNumbers.Normal(dimensions * dimensions, from).Chunk(dimensions)];
        for (int i = 0; i < dimensions; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double share = Vectors.Dot(rows[i], rows[j]);
                for (int k = 0; k < dimensions; k++)
                    rows[i][k] -= share * rows[j][k];
            }

            double length = Math.Sqrt(Vectors.Dot(rows[i], rows[i]));
            for (int k = 0; k < dimensions; k++)
                rows[i][k] /= length;
        }

        return rows;
    }
}
