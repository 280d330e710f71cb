using ActorTune.Arithmetic;
using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>Draws places from a normal distribution within the unit cube.</summary>
internal sealed class PlaceDraws(CmaSpace space)
{
    private readonly double[] _z = new double[space.Numeric.Count];

    /// <summary>
    /// Draws a place with the numbers given. Where a continuous coordinate leaves the unit interval
    /// all are drawn again by chance, up to 10 d times; what still lies outside is moved to the
    /// end.
    /// </summary>
    internal void Next(
        GaussianSearch search,
        ReadOnlySpan<double> numbers,
        RandomStream chance,
        double[] place)
    {
        for (int i = 0; i < _z.Length; i++)
            _z[i] = PortableMath.NormalQuantile(numbers[i]);
        Move(search, place);
        for (int draw = 1; draw < 10 * place.Length; draw++)
        {
            if (IsInside(place))
                return;
            for (int i = 0; i < _z.Length; i++)
                _z[i] = chance.NextNormal();
            Move(search, place);
        }

        for (int i = 0; i < place.Length; i++)
        {
            if (space.Cells[i] is null)
                place[i] = Math.Clamp(place[i], 0, 1);
        }
    }

    private void Move(GaussianSearch search, double[] place)
    {
        search.Covariance.Colour(_z, place);
        for (int i = 0; i < place.Length; i++)
            place[i] = search.Mean[i] + search.Sigma * search.Stretch[i] * place[i];
    }

    private bool IsInside(double[] place)
    {
        for (int i = 0; i < place.Length; i++)
        {
            if (space.Cells[i] is null && !(place[i] >= 0 && place[i] <= 1))
                return false;
        }

        return true;
    }
}
