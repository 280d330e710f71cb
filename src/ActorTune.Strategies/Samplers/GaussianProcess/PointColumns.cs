using System.Runtime.CompilerServices;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// Points by column, so that four neighbours are loaded at once. Columns end with empty points up
/// to a multiple of four, which belong to no group.
/// </summary>
internal sealed class PointColumns
{
    private const int Lanes = 4;

    internal PointColumns(ModelSpace space, IReadOnlyList<ModelPoint> points)
    {
        Count = points.Count;
        Stride = Math.Max(Lanes, (Count + Lanes - 1) / Lanes * Lanes);
        Points = points;
        Coordinates = new double[space.Parameters.Length * Stride];
        Masks = new double[space.Groups.Length * Stride];
        for (int i = 0; i < Count; i++)
        {
            for (int p = 0; p < space.Parameters.Length; p++)
                Coordinates[p * Stride + i] = points[i].Coordinates[p];
            for (int g = 0; g < space.Groups.Length; g++)
                Masks[g * Stride + i] = points[i].Groups[g] ? 1 : 0;
        }
    }

    /// <summary>How many points there are.</summary>
    internal int Count { get; }

    /// <summary>The length of a column.</summary>
    internal int Stride { get; }

    /// <summary>The points themselves.</summary>
    internal IReadOnlyList<ModelPoint> Points { get; }

    /// <summary>The coordinates, one column for each parameter of the model.</summary>
    internal double[] Coordinates { get; }

    /// <summary>One where a group is active, otherwise zero, one column for each group.</summary>
    internal double[] Masks { get; }

    /// <summary>A count of points rounded up to whole fours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Whole(int count) => (count + Lanes - 1) & ~(Lanes - 1);
}
