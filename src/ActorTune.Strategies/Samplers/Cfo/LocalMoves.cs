using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>
/// Moves away from a configuration in the unit cube. Where rounding or the constraints leave
/// nothing of a direction, another one is drawn.
/// </summary>
internal sealed class LocalMoves
{
    private const int MaxRedraws = 100;
    private const double FinestStep = 1e-4;

    private readonly SearchSpace _space;
    private readonly int[] _free;

    internal LocalMoves(SearchSpace space)
    {
        _space = space;
        _free =
        [
            .. Enumerable.Range(0, space.Dimensions)
                .Where(i => space.Parameters[i].ValueCount != 1),
        ];
        Root = Math.Sqrt(Math.Max(1, _free.Length));
    }

    /// <summary>How many parameters have more than one value.</summary>
    internal int Free => _free.Length;

    /// <summary>
    /// The length of the diagonal of their cube: a step of this length moves each of them by its
    /// whole range, in the root of the mean square.
    /// </summary>
    internal double Root { get; }

    /// <summary>
    /// The step below which nothing is left to find: half a cell of the finest grid, or
    /// 10^-4 of the range where there is a continuum.
    /// </summary>
    internal double LeastStep
    {
        get
        {
            double least = 0.5;
            foreach (int i in _free)
            {
                double cell = _space.Parameters[i].ValueCount is { } count ? 1.0 / count : 0;
                least = Math.Min(least, Math.Max(FinestStep, 0.5 * cell));
            }

            return least * Root;
        }
    }

    /// <summary>The parameters' defaults, and the middle of the range of those without.</summary>
    internal Configuration Start(RandomStream chance)
    {
        var point = new double[_space.Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            Parameter parameter = _space.Parameters[i];
            point[i] = parameter.Default is { } value ? parameter.Encode(value) : 0.5;
        }

        Configuration start = _space.Decode(point);
        return _space.Allows(start) ? start : _space.Draw(chance);
    }

    /// <summary>A step from a configuration in a random direction.</summary>
    internal Configuration Forward(Configuration centre, double step, RandomStream chance)
    {
        if (_free.Length == 0)
            return centre;
        var displacement = new double[_space.Dimensions];
        for (int draw = 0; draw < MaxRedraws; draw++)
        {
            DrawDirection(displacement, step, chance);
            Configuration moved = Move(centre, displacement, chance);
            if (moved != centre && _space.Allows(moved))
                return moved;
        }

        return _space.Draw(chance);
    }

    /// <summary>
    /// The step from a configuration to the other side of one that was tried, or null when there
    /// is none. Choices have no other side and stay as they were.
    /// </summary>
    internal Configuration? Opposite(
        Configuration centre, Configuration tried, RandomStream chance)
    {
        double[] from = _space.Encode(tried);
        double[] to = _space.Encode(centre);
        var displacement = new double[_space.Dimensions];
        foreach (int i in _free)
        {
            string name = _space.Parameters[i].Name;
            if (HasOrder(i) && centre.Contains(name) && tried.Contains(name))
                displacement[i] = to[i] - from[i];
        }

        Configuration moved = Move(centre, displacement, chance);
        return moved != centre && moved != tried && _space.Allows(moved) ? moved : null;
    }

    // A normal vector has a uniform direction (Muller, Communications of the ACM 2, 1959).
    private void DrawDirection(double[] displacement, double step, RandomStream chance)
    {
        double squares = 0;
        foreach (int i in _free)
        {
            displacement[i] = chance.NextNormal();
            squares += displacement[i] * displacement[i];
        }

        double factor = step / Math.Sqrt(squares);
        foreach (int i in _free)
            displacement[i] *= factor;
    }

    // One number is drawn for every parameter. What is inactive in the centre has no place to move
    // from and is drawn, in case it becomes active.
    private Configuration Move(
        Configuration centre, double[] displacement, RandomStream chance)
    {
        double[] point = _space.Encode(centre);
        for (int i = 0; i < point.Length; i++)
        {
            double drawn = chance.NextDouble();
            Parameter parameter = _space.Parameters[i];
            if (!centre.Contains(parameter.Name))
                point[i] = drawn;
            else if (HasOrder(i))
                point[i] = Math.Clamp(point[i] + displacement[i], 0, 1);
            else if (drawn < 2 * Math.Abs(displacement[i]))
                point[i] = Another(parameter, point[i], chance);
        }

        return _space.Decode(point);
    }

    private static double Another(Parameter parameter, double place, RandomStream chance)
    {
        ParameterValue before = parameter.Decode(place);
        for (int i = 0; i < MaxRedraws && parameter.Decode(place) == before; i++)
            place = chance.NextDouble();
        return place;
    }

    private bool HasOrder(int index) => _space.Parameters[index]
        is FloatParameter or IntegerParameter or OrdinalParameter;
}
