using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The covariance of the model: one Matern 5/2 term for each group of parameters,
/// k(x, x') = sum over g of v_g [g active in x] [g active in x'] M(r_g), with
/// M(r) = (1 + a + a^2 / 3) e^-a, a = sqrt(5) r, and r_g^2 = sum over the parameters p that are
/// active wherever g is of (x_p - x'_p)^2 / l_p^2, for categories [x_p != x'_p] / l_p^2.
/// </summary>
/// <remarks>
/// It is positive semidefinite. On the points where g is active all parameters of r_g are, so r_g
/// is a Euclidean distance there: a category is the corner of a simplex, its edges 1 / l_p long.
/// Matern's function is positive definite of Euclidean distances in every dimension (Rasmussen and
/// Williams, "Gaussian processes for machine learning", 2006, 4.2.1). Times [g active in x] [g
/// active in x'], a product f(x) f(x'), it is so on the whole space, and so is a sum of such terms.
/// Two points that share no active parameter share no group: their covariance is zero.
/// </remarks>
internal sealed class MaternKernel(ModelSpace space, CovarianceParameters parameters)
{
    private const int Lanes = 4;
    private static readonly double Root5 = Math.Sqrt(5);

    private double[] _squares = [];

    /// <summary>The parameters of the covariance.</summary>
    internal CovarianceParameters Parameters { get; } = parameters;

    /// <summary>The space of its points.</summary>
    internal ModelSpace Space { get; } = space;

    /// <summary>The covariances of a point with the first columns.</summary>
    /// <param name="columns">The other points.</param>
    /// <param name="point">The point.</param>
    /// <param name="count">With how many.</param>
    /// <param name="values">
    /// Takes the covariances; as long as the count in whole fours, zero in excess of the columns.
    /// </param>
    internal void Fill(PointColumns columns, ModelPoint point, int count, Span<double> values) =>
        Fill(columns, point, count, values, [], []);

    /// <summary>
    /// The same with each group's own part and its derivative by r_g^2, one stretch of the length
    /// of a column for each group; neither where they are empty.
    /// </summary>
    internal void Fill(
        PointColumns columns,
        ModelPoint point,
        int count,
        Span<double> values,
        Span<double> parts,
        Span<double> slopes)
    {
        int length = PointColumns.Whole(count);
        values[..length].Clear();
        for (int g = 0; g < Space.Groups.Length; g++)
        {
            Span<double> part = parts.IsEmpty ? [] : parts.Slice(g * columns.Stride, length);
            Span<double> slope = parts.IsEmpty ? [] : slopes.Slice(g * columns.Stride, length);
            part.Clear();
            slope.Clear();
            if (!point.Groups[g])
                continue;
            Distances(columns, point, g, length);
            Add(columns, g, values[..length], part, slope);
        }
    }

    private void Distances(PointColumns columns, ModelPoint point, int group, int length)
    {
        if (_squares.Length < length)
            _squares = new double[columns.Stride];
        Span<double> squares = _squares.AsSpan(0, length);
        squares.Clear();
        ref double target = ref MemoryMarshal.GetReference(squares);
        foreach (int p in Space.Groups[group].Members)
        {
            ref double column = ref columns.Coordinates[p * columns.Stride];
            Vector256<double> own = Vector256.Create(point.Coordinates[p]);
            Vector256<double> weight = Vector256.Create(Parameters.InverseSquares[p]);
            if (Space.Parameters[p].IsCategorical)
                AddDifferent(ref column, own, weight, ref target, length);
            else
                AddSquares(ref column, own, weight, ref target, length);
        }
    }

    private static void AddSquares(
        ref double column,
        Vector256<double> own,
        Vector256<double> weight,
        ref double target,
        int length)
    {
        for (int i = 0; i < length; i += Lanes)
        {
            Vector256<double> apart = Vector256.LoadUnsafe(ref column, (nuint)i) - own;
            (Vector256.LoadUnsafe(ref target, (nuint)i) + apart * apart * weight)
                .StoreUnsafe(ref target, (nuint)i);
        }
    }

    private static void AddDifferent(
        ref double column,
        Vector256<double> own,
        Vector256<double> weight,
        ref double target,
        int length)
    {
        for (int i = 0; i < length; i += Lanes)
        {
            Vector256<double> isSame = Vector256.Equals(
                Vector256.LoadUnsafe(ref column, (nuint)i), own);
            (Vector256.LoadUnsafe(ref target, (nuint)i) + Vector256.AndNot(weight, isSame))
                .StoreUnsafe(ref target, (nuint)i);
        }
    }

    // With s = r^2 and a = sqrt(5 s): M = (1 + a + 5 s / 3) e^-a, dM/ds = -5/6 (1 + a) e^-a.
    private void Add(
        PointColumns columns, int group, Span<double> values, Span<double> part, Span<double> slope)
    {
        ref double mask = ref columns.Masks[group * columns.Stride];
        ref double squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        ref double target = ref MemoryMarshal.GetReference(values);
        Vector256<double> variance = Vector256.Create(Parameters.Variances[group]);
        for (int i = 0; i < values.Length; i += Lanes)
        {
            Vector256<double> s = Vector256.LoadUnsafe(ref squares, (nuint)i);
            Vector256<double> a = Vector256.Sqrt(s) * Vector256.Create(Root5);
            Vector256<double> decay = PortableMath.Exp(-a)
                * (variance * Vector256.LoadUnsafe(ref mask, (nuint)i));
            Vector256<double> linear = Vector256<double>.One + a;
            Vector256<double> value = (linear + s * Vector256.Create(5.0 / 3)) * decay;
            (Vector256.LoadUnsafe(ref target, (nuint)i) + value).StoreUnsafe(ref target, (nuint)i);
            if (part.IsEmpty)
                continue;
            value.CopyTo(part[i..]);
            (linear * decay * Vector256.Create(-5.0 / 6)).CopyTo(slope[i..]);
        }
    }
}
