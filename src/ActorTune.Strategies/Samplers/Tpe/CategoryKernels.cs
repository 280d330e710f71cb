using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>
/// The kernels along one categorical parameter: each gives its own value the weight 1 and every
/// value its share of a spread; that of the prior has no own value and a spread of 1.
/// </summary>
/// <param name="axis">The parameter.</param>
internal sealed class CategoryKernels(KernelAxis axis)
{
    private double[] _places = [];

    /// <summary>The values of the first rows, by position.</summary>
    internal ReadOnlySpan<double> Of(int rows) => _places.AsSpan(0, rows);

    /// <summary>Adds the row after the last.</summary>
    internal void Append(int row, double place)
    {
        if (row >= _places.Length)
            Array.Resize(ref _places, Math.Max(16, 2 * row));
        _places[row] = place;
    }

    /// <summary>Draws from a row, or from the prior where it is negative.</summary>
    /// <param name="row">The row.</param>
    /// <param name="ownSpread">What a row's kernel spreads over all values.</param>
    /// <param name="share">The draw from the unit interval.</param>
    internal int Draw(int row, double ownSpread, double share)
    {
        double[] shares = axis.Shares;
        double spread = row < 0 ? 1 : ownSpread;
        double own = row < 0 ? 0 : 1;
        double left = share * (own + spread * shares.Length);
        for (int i = 0; i < shares.Length - 1; i++)
        {
            double mass = spread * shares[i];
            if (row >= 0 && _places[row].Equals(i))
                mass += own;
            if (left < mass)
                return i;
            left -= mass;
        }

        return shares.Length - 1;
    }
}
