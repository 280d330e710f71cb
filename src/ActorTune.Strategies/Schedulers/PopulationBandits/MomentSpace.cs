namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>Turns configurations into points of the model and back.</summary>
internal sealed class MomentSpace
{
    internal MomentSpace(SearchSpace space)
    {
        Space = space;
        int[] varied =
        [
            .. Enumerable.Range(0, space.Dimensions)
                .Where(i => space.Parameters[i].ValueCount != 1),
        ];
        Ordered = [.. varied.Where(i => HasOrder(space.Parameters[i]))];
        Unordered = [.. varied.Where(i => !HasOrder(space.Parameters[i]))];
    }

    internal SearchSpace Space { get; }

    /// <summary>The parameters with an order and more than one value.</summary>
    internal int[] Ordered { get; }

    /// <summary>The choices with more than one value.</summary>
    internal int[] Unordered { get; }

    /// <summary>A configuration's point at a context and a time.</summary>
    internal Moment Of(Configuration configuration, double context, double time)
    {
        double[] point = Space.Encode(configuration);
        return new Moment(
            Array.ConvertAll(Ordered, i => point[i]),
            Array.ConvertAll(
                Unordered,
                i => configuration.Contains(Space.Parameters[i].Name) ? point[i] : -1),
            context,
            time);
    }

    private static bool HasOrder(Parameter parameter) =>
        parameter is FloatParameter or IntegerParameter or OrdinalParameter;
}
