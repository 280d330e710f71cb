using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace ActorTune.Strategies.Numerics;

/// <summary>
/// The inverse of a factored matrix, for the trace in a likelihood's gradient: with U the inverse
/// of L, transposed, A^-1 = U U^T, and both have rows that are read in order.
/// </summary>
internal static class CholeskyInverse
{
    private const int Lanes = 4;

    /// <summary>
    /// Computes the lower triangle of the inverse, packed row after row.
    /// </summary>
    internal static double[] Of(CholeskyFactor factor)
    {
        int count = factor.Count;

        // Rows in fours share a loop, so that the last rows go with up to three empty ones.
        int rows = (count + Lanes - 1) / Lanes * Lanes;
        var inverse = new double[count * (count + 1) / 2];
        var transposed = new double[Math.Max(rows * count, 1)];
        for (int start = 0; start < count; start += Lanes)
            InvertFour(factor, transposed, start);
        for (int j = 0; j < count; j++)
        {
            for (int start = 0; start <= j; start += Lanes)
                Multiply(transposed, count, j, start, inverse.AsSpan(j * (j + 1) / 2, j + 1));
        }

        return inverse;
    }

    // Rows start to start + 3 of U, which are columns of the inverse of L.
    private static void InvertFour(CholeskyFactor factor, double[] transposed, int start)
    {
        int count = factor.Count;
        for (int i = start; i < count; i++)
        {
            ReadOnlySpan<double> row = factor.Row(i);
            Vector256<double> known = FourDots.Of(
                ref Unsafe.AsRef(in row[start]),
                ref transposed[start * count + start],
                ref transposed[(start + 1) * count + start],
                ref transposed[(start + 2) * count + start],
                ref transposed[(start + 3) * count + start],
                i - start);
            for (int lane = 0; lane < Lanes; lane++)
            {
                double unit = i == start + lane ? 1 : 0;
                transposed[(start + lane) * count + i] =
                    (unit - known.GetElement(lane)) / row[i];
            }
        }
    }

    private static void Multiply(
        double[] transposed, int count, int j, int start, Span<double> target)
    {
        // A row of U is zero before its diagonal, so a product begins at the later one, j.
        Vector256<double> products = FourDots.Of(
            ref transposed[j * count + j],
            ref transposed[start * count + j],
            ref transposed[(start + 1) * count + j],
            ref transposed[(start + 2) * count + j],
            ref transposed[(start + 3) * count + j],
            count - j);
        for (int lane = 0; lane < Lanes && start + lane <= j; lane++)
            target[start + lane] = products.GetElement(lane);
    }
}
