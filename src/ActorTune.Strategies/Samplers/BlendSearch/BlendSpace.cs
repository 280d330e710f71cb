namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>Which parameters have an order, and how far configurations are apart.</summary>
internal sealed class BlendSpace
{
    private readonly SearchSpace _space;
    private readonly int[] _ordered;
    private readonly int[] _unordered;

    internal BlendSpace(SearchSpace space)
    {
        _space = space;
        int[] varied =
        [
            .. Enumerable.Range(0, space.Dimensions)
                .Where(i => space.Parameters[i].ValueCount != 1),
        ];
        _ordered = [.. varied.Where(i => HasOrder(space.Parameters[i]))];
        _unordered = [.. varied.Except(_ordered)];
        Free = varied.Length;
    }

    /// <summary>How many parameters have more than one value.</summary>
    internal int Free { get; }

    /// <summary>Whether two configurations choose alike and lie within a step.</summary>
    internal bool IsWithin(Configuration centre, Configuration other, double step) =>
        Changes(centre, other) == 0 && Distance(centre, other, 0) <= step;

    /// <summary>
    /// Whether a local search may have made a configuration of its centre. Rounding moves a number
    /// by up to half a cell, and a move hardly ever changes more than half of the choices.
    /// </summary>
    internal bool MayMove(Configuration centre, Configuration moved, double step) =>
        Changes(centre, moved) <= Math.Max(1, _unordered.Length / 2)
        && Distance(centre, moved, 0.5) <= step * (1 + 1e-9);

    private int Changes(Configuration left, Configuration right)
    {
        int count = 0;
        foreach (int i in _unordered)
        {
            string name = _space.Parameters[i].Name;
            bool isIn = left.TryGet(name, out ParameterValue value);
            bool isOther = right.TryGet(name, out ParameterValue other);
            count += isIn && isOther && value != other ? 1 : 0;
        }

        return count;
    }

    private double Distance(Configuration left, Configuration right, double cells)
    {
        double[] from = _space.Encode(left);
        double[] to = _space.Encode(right);
        double squares = 0;
        foreach (int i in _ordered)
        {
            Parameter parameter = _space.Parameters[i];
            if (!left.Contains(parameter.Name) || !right.Contains(parameter.Name))
                continue;
            double free = parameter.ValueCount is { } count ? cells / count : 0;
            double apart = Math.Max(0, Math.Abs(from[i] - to[i]) - free);
            squares += apart * apart;
        }

        return Math.Sqrt(squares);
    }

    internal static bool HasOrder(Parameter parameter) =>
        parameter is FloatParameter or IntegerParameter or OrdinalParameter;
}
