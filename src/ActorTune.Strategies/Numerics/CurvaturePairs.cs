namespace ActorTune.Strategies.Numerics;

/// <summary>
/// The last steps and changes of the gradient, and the product of a vector with the inverse
/// Hessian that they imply: the two-loop recursion (Nocedal, Math. Comp. 35, 1980).
/// </summary>
internal sealed class CurvaturePairs(int dimensions)
{
    private const int Memory = 8;
    private const double LeastCurvature = 1e-10;

    private readonly List<(double[] Step, double[] Change, double Curvature)> _pairs = [];
    private readonly double[] _weights = new double[Memory];

    /// <summary>Whether any pair is kept.</summary>
    internal bool IsEmpty => _pairs.Count == 0;

    /// <summary>Forgets all pairs.</summary>
    internal void Clear() => _pairs.Clear();

    /// <summary>Keeps a pair if the curvature along the step is positive.</summary>
    internal void Add(double[] step, double[] change)
    {
        double curvature = FourDots.One(step, change);
        if (!(curvature > LeastCurvature * FourDots.One(change, change)))
            return;
        if (_pairs.Count == Memory)
            _pairs.RemoveAt(0);
        _pairs.Add((step, change, curvature));
    }

    /// <summary>
    /// Replaces a vector by its product, both only on the coordinates that are free.
    /// </summary>
    internal void Multiply(double[] vector, bool[] isFree)
    {
        for (int k = _pairs.Count - 1; k >= 0; k--)
        {
            (double[] step, double[] change, double curvature) = _pairs[k];
            _weights[k] = Dot(step, vector, isFree) / curvature;
            Subtract(vector, change, _weights[k], isFree);
        }

        if (_pairs.Count > 0)
        {
            (_, double[] change, double curvature) = _pairs[^1];
            double scale = curvature / FourDots.One(change, change);
            for (int i = 0; i < dimensions; i++)
                vector[i] *= scale;
        }

        for (int k = 0; k < _pairs.Count; k++)
        {
            (double[] step, double[] change, double curvature) = _pairs[k];
            double weight = Dot(change, vector, isFree) / curvature - _weights[k];
            Subtract(vector, step, weight, isFree);
        }
    }

    private double Dot(double[] left, double[] right, bool[] isFree)
    {
        double sum = 0;
        for (int i = 0; i < dimensions; i++)
            sum += isFree[i] ? left[i] * right[i] : 0;
        return sum;
    }

    private void Subtract(double[] vector, double[] other, double weight, bool[] isFree)
    {
        for (int i = 0; i < dimensions; i++)
            vector[i] -= isFree[i] ? weight * other[i] : 0;
    }
}
