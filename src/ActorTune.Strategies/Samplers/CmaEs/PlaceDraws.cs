using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>Draws places from a normal distribution within the unit cube.</summary>
internal sealed class PlaceDraws(CmaSpace space)
{
    private readonly double[] _z = new double[space.Numeric.Count];

    /// <summary>
    /// Draws a place. Where a continuous coordinate leaves the unit interval all are drawn again,
    /// up to 10 d times; what still lies outside is moved to the end.
    /// </summary>
    internal void Next(GaussianSearch search, RandomStream chance, double[] place)
    {
        for (int draw = 0; draw < 10 * place.Length; draw++)
        {
            DrawOnce(search, chance, place);
            if (IsInside(place))
                return;
        }

        for (int i = 0; i < place.Length; i++)
        {
            if (space.Cells[i] is null)
                place[i] = Math.Clamp(place[i], 0, 1);
        }
    }

    private void DrawOnce(GaussianSearch search, RandomStream chance, double[] place)
    {
        for (int i = 0; i < _z.Length; i++)
            _z[i] = chance.NextNormal();
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
