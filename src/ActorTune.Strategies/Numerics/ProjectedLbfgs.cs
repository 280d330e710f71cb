namespace ActorTune.Strategies.Numerics;

/// <summary>
/// Minimises a smooth function on a box: quasi-Newton steps of limited memory on the coordinates
/// that are free, projected onto the box and halved until the value falls enough.
/// </summary>
/// <remarks>
/// A coordinate on a bound whose gradient points out of the box is held there (Bertsekas,
/// "Projected Newton methods", SIAM J. Control Optim. 20, 1982); the others move by L-BFGS
/// (Liu and Nocedal, Math. Program. 45, 1989) under Armijo's rule along the projected path.
/// </remarks>
internal sealed class ProjectedLbfgs
{
    private const double Sufficient = 1e-4;
    private const int MostHalvings = 12;

    private readonly BoxProblem _problem;
    private readonly CurvaturePairs _pairs;
    private readonly bool[] _isFree;
    private readonly double[] _direction;
    private double[] _point;
    private double[] _gradient;
    private double _value;
    private int _evaluations;

    private ProjectedLbfgs(BoxProblem problem, double[] start)
    {
        _problem = problem;
        _pairs = new CurvaturePairs(start.Length);
        _isFree = new bool[start.Length];
        _direction = new double[start.Length];
        _point = new double[start.Length];
        _gradient = new double[start.Length];
        for (int i = 0; i < start.Length; i++)
            _point[i] = Math.Clamp(start[i], problem.Low[i], problem.High[i]);
    }

    /// <summary>Minimises from a start, which is moved to what was found.</summary>
    /// <returns>The value there; that of the start where it is not finite.</returns>
    internal static double Minimize(BoxProblem problem, double[] start)
    {
        var search = new ProjectedLbfgs(problem, start);
        search.Descend();
        search._point.CopyTo(start, 0);
        return search._value;
    }

    private void Descend()
    {
        _value = Evaluate(_point, _gradient);
        while (double.IsFinite(_value) && Free() > _problem.GradientTolerance)
        {
            double before = _value;
            if (!Step())
            {
                if (_pairs.IsEmpty)
                    return;
                _pairs.Clear();
                continue;
            }

            double decrease = before - _value;
            if (decrease <= _problem.DecreaseTolerance * (1 + Math.Abs(before)))
                return;
        }
    }

    // Finds the free coordinates; gives the largest component of the gradient among them.
    private double Free()
    {
        double largest = 0;
        for (int i = 0; i < _point.Length; i++)
        {
            bool isHeld = (_point[i] <= _problem.Low[i] && _gradient[i] >= 0)
                || (_point[i] >= _problem.High[i] && _gradient[i] <= 0);
            _isFree[i] = !isHeld;
            _direction[i] = isHeld ? 0 : _gradient[i];
            largest = Math.Max(largest, Math.Abs(_direction[i]));
        }

        return _evaluations < _problem.MostEvaluations ? largest : 0;
    }

    private bool Step()
    {
        double length = 1;
        if (_pairs.IsEmpty)
            length = Math.Min(1, 1 / Math.Sqrt(FourDots.One(_direction, _direction)));
        else
            _pairs.Multiply(_direction, _isFree);
        for (int halving = 0; halving < MostHalvings; halving++)
        {
            if (_evaluations >= _problem.MostEvaluations)
                return false;
            if (TryStep(length))
                return true;
            length *= 0.5;
        }

        return false;
    }

    private bool TryStep(double length)
    {
        var point = new double[_point.Length];
        var step = new double[_point.Length];
        double slope = 0;
        for (int i = 0; i < point.Length; i++)
        {
            double moved = _point[i] - length * _direction[i];
            point[i] = Math.Clamp(moved, _problem.Low[i], _problem.High[i]);
            step[i] = point[i] - _point[i];
            slope += _gradient[i] * step[i];
        }

        if (!(slope < 0))
            return false;
        var gradient = new double[point.Length];
        double value = Evaluate(point, gradient);
        if (!(value <= _value + Sufficient * slope))
            return false;
        Accept(point, gradient, step, value);
        return true;
    }

    private void Accept(double[] point, double[] gradient, double[] step, double value)
    {
        var change = new double[point.Length];
        for (int i = 0; i < change.Length; i++)
            change[i] = gradient[i] - _gradient[i];
        _pairs.Add(step, change);
        _point = point;
        _gradient = gradient;
        _value = value;
    }

    private double Evaluate(double[] point, double[] gradient)
    {
        _evaluations++;
        double value = _problem.Function(point, gradient);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}
