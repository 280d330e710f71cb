namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Which parameters of a search space CMA-ES samples how: numbers in an order by the normal
/// distribution on the unit interval, choices without an order by their own probabilities.
/// Parameters with one value only take no part.
/// </summary>
internal sealed class CmaSpace
{
    private readonly int[] _numeric;
    private readonly int[] _categorical;
    private readonly double[][] _priors;

    internal CmaSpace(SearchSpace space)
    {
        Space = space;
        var numeric = new List<int>();
        var categorical = new List<int>();
        for (int i = 0; i < space.Dimensions; i++)
        {
            Parameter parameter = space.Parameters[i];
            IsConditional |= parameter.When.Count > 0;
            if (parameter.ValueCount == 1)
                continue;
            bool isChoice = parameter is CategoricalParameter or BooleanParameter;
            (isChoice ? categorical : numeric).Add(i);
        }

        _numeric = [.. numeric];
        _categorical = [.. categorical];
        Cells = [.. _numeric.Select(index => CellLimits.Of(space.Parameters[index]))];
        _priors = [.. _categorical.Select(index => Prior(space.Parameters[index]))];
    }

    /// <summary>The search space.</summary>
    internal SearchSpace Space { get; }

    /// <summary>Whether any parameter depends on another.</summary>
    internal bool IsConditional { get; }

    /// <summary>The positions of the normally distributed parameters.</summary>
    internal IReadOnlyList<int> Numeric => _numeric;

    /// <summary>The positions of the choices without an order.</summary>
    internal IReadOnlyList<int> Categorical => _categorical;

    /// <summary>The limits of each numeric coordinate; null for a continuum.</summary>
    internal CellLimits?[] Cells { get; }

    /// <summary>
    /// The space's own probabilities of each categorical parameter's choices.
    /// </summary>
    internal IReadOnlyList<double[]> Priors => _priors;

    /// <summary>How many parameters are sampled.</summary>
    internal int Dimensions => _numeric.Length + _categorical.Length;

    /// <summary>The configuration at a place of the cube and some choices.</summary>
    internal Configuration Decode(ReadOnlySpan<double> place, ReadOnlySpan<int> choices)
    {
        int size = Space.Dimensions;
        Span<double> point = size <= 64 ? stackalloc double[size] : new double[size];
        point.Fill(0.5);
        for (int i = 0; i < place.Length; i++)
            point[_numeric[i]] = place[i];
        for (int i = 0; i < choices.Length; i++)
        {
            Parameter parameter = Space.Parameters[_categorical[i]];
            point[_categorical[i]] = parameter.Encode(parameter.ValueAt(choices[i]));
        }

        return Space.Decode(point);
    }

    /// <summary>The solution that a configuration given from elsewhere is.</summary>
    internal Solution Encode(Configuration configuration)
    {
        double[] point = Space.Encode(configuration);
        var place = new double[_numeric.Length];
        for (int i = 0; i < place.Length; i++)
            place[i] = point[_numeric[i]];
        var choices = new int[_categorical.Length];
        for (int i = 0; i < choices.Length; i++)
            choices[i] = ChoiceOf(Space.Parameters[_categorical[i]], configuration);
        return new Solution(Solution.Foreign, place, choices);
    }

    /// <summary>Whether a numeric coordinate is active in a configuration.</summary>
    internal bool IsNumericActive(int coordinate, Configuration configuration) =>
        configuration.Contains(Space.Parameters[_numeric[coordinate]].Name);

    /// <summary>Whether a choice is active in a configuration.</summary>
    internal bool IsCategoricalActive(int choice, Configuration configuration) =>
        configuration.Contains(Space.Parameters[_categorical[choice]].Name);

    private static int ChoiceOf(Parameter parameter, Configuration configuration)
    {
        if (!configuration.TryGet(parameter.Name, out ParameterValue value))
            return 0;
        for (int i = 0; i < parameter.ValueCount; i++)
        {
            if (parameter.ValueAt(i) == value)
                return i;
        }

        return 0;
    }

    private static double[] Prior(Parameter parameter)
    {
        int count = (int)parameter.ValueCount!.Value;
        var prior = new double[count];
        Array.Fill(prior, 1.0 / count);
        if (parameter is not CategoricalParameter { Weights: { } weights })
            return prior;
        double total = 0;
        foreach (double weight in weights)
            total += weight;
        for (int i = 0; i < count; i++)
            prior[i] = weights[i] / total;
        return prior;
    }
}
