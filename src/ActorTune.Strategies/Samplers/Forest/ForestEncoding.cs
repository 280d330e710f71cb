using ActorTune.Strategies.Numerics.Forests;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>
/// Configurations as rows of a forest. Choices stay choices. An inactive parameter has a value of
/// its own, one choice more or a number below all others, so that a split can tell it apart.
/// </summary>
internal sealed class ForestEncoding
{
    private const double Inactive = -1;
    private readonly SearchSpace _space;
    private readonly ForestFeature[] _features;

    internal ForestEncoding(SearchSpace space)
    {
        _space = space;
        _features = [.. space.Parameters.Select(FeatureOf)];
    }

    internal IReadOnlyList<ForestFeature> Features => _features;

    /// <summary>Whether a parameter's values have no order.</summary>
    internal static bool IsChoice(Parameter parameter) =>
        parameter is CategoricalParameter or BooleanParameter;

    internal double[] RowOf(Configuration configuration)
    {
        var row = new double[_features.Length];
        int next = 0;
        for (int i = 0; i < row.Length; i++)
        {
            // Active parameters come in the order of the space.
            Parameter parameter = _space.Parameters[i];
            bool isActive =
                next < configuration.Count && configuration.Names[next] == parameter.Name;
            bool isChoice = _features[i].IsChoice;
            if (!isActive)
                row[i] = isChoice ? _features[i].Choices - 1 : Inactive;
            else if (isChoice)
                row[i] = PositionOf(parameter, configuration.Values[next++]);
            else
                row[i] = parameter.Encode(configuration.Values[next++]);
        }

        return row;
    }

    private static ForestFeature FeatureOf(Parameter parameter)
    {
        bool isConditional = parameter.When.Count > 0;
        if (IsChoice(parameter))
            return ForestFeature.Choice((int)parameter.ValueCount!.Value + (isConditional ? 1 : 0));
        return ForestFeature.Number(isConditional ? Inactive : 0, 1);
    }

    private static int PositionOf(Parameter parameter, ParameterValue value)
    {
        int position = 0;
        while (parameter.ValueAt(position) != value)
            position++;
        return position;
    }
}
