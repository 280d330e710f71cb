namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>A parameter as the model sees it: an interval, or places in it.</summary>
internal sealed class ModelParameter
{
    /// <summary>Beyond so many values a cell is too narrow to matter to the model.</summary>
    internal const long MostCells = 4096;

    internal ModelParameter(SearchSpace space, int index)
    {
        Index = index;
        Parameter = space.Parameters[index];
        IsCategorical = Parameter is CategoricalParameter or BooleanParameter;
        if (Parameter.ValueCount is { } count and <= MostCells || IsCategorical)
            Places = PlacesOf(Parameter);
        Conditions = [.. Parameter.When];
        Parents = [.. Conditions.Select(condition => space.IndexOf(condition.Parent))];
    }

    /// <summary>Its position in the search space.</summary>
    internal int Index { get; }

    /// <summary>The parameter.</summary>
    internal Parameter Parameter { get; }

    /// <summary>Whether only same and different are told apart.</summary>
    internal bool IsCategorical { get; }

    /// <summary>
    /// Where its values stand in the unit interval, in order; null where it is searched as a
    /// continuum.
    /// </summary>
    internal double[]? Places { get; }

    /// <summary>Its conditions.</summary>
    internal Condition[] Conditions { get; }

    /// <summary>The positions of their parents in the search space.</summary>
    internal int[] Parents { get; }

    /// <summary>Whether it has one value only, so that the model leaves it out.</summary>
    internal bool IsConstant => Parameter.ValueCount == 1;

    /// <summary>The nearest place, or the number itself in a continuum.</summary>
    internal double Round(double unit) =>
        Places is null ? Math.Clamp(unit, 0, 1) : Places[CellOf(unit)];

    /// <summary>Which of its places is nearest.</summary>
    internal int CellOf(double unit)
    {
        double[] places = Places!;
        int low = 0;
        int high = places.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (unit < places[middle] + (places[middle + 1] - places[middle]) / 2)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }

    /// <summary>The value at a place.</summary>
    internal ParameterValue ValueAt(double unit) =>
        Places is null ? Parameter.Decode(unit) : Parameter.ValueAt(CellOf(unit));

    private static double[] PlacesOf(Parameter parameter)
    {
        var places = new double[parameter.ValueCount!.Value];
        for (int i = 0; i < places.Length; i++)
            places[i] = parameter.Encode(parameter.ValueAt(i));
        return places;
    }
}
