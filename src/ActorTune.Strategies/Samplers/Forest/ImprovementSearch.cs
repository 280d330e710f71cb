using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Evolutionary;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Forest;

/// <summary>
/// Looks for the configuration with the greatest improvement that was not a trial before: among
/// random ones, and step by step among the neighbours of the best trials and of the best random
/// ones (Hutter, Hoos and Leyton-Brown, LION 2011, section 4.3).
/// </summary>
internal sealed class ImprovementSearch(
    TrialHistory history,
    ForestModel model,
    ForestSamplerOptions options,
    HashSet<ulong> tried,
    RandomStream chance)
{
    // As in SMAC: four neighbours of every number, normal about it.
    private const int NumberNeighbours = 4;
    private const double Deviation = 0.2;
    private const int MaxSteps = 30;
    private const int MaxRedraws = 20;

    private readonly SearchSpace _space = history.Space;
    private Configuration? _best;
    private double _bestImprovement = double.NegativeInfinity;

    internal Configuration Run()
    {
        List<Place> starts =
        [
            .. history.Ranked.Take(options.LocalSearches).Select(trial =>
                Visit(Genes.CopyOf(trial, _space, chance), trial.Configuration)),
        ];
        starts.AddRange(Challengers().Take(options.LocalSearches));
        foreach (Place start in starts)
            Climb(start);
        return _best ?? _space.Draw(chance);
    }

    private IEnumerable<Place> Challengers()
    {
        var places = new List<Place>();
        for (int i = 0; i < options.Challengers; i++)
        {
            double[] point = [.. Enumerable.Range(0, _space.Dimensions)
                .Select(_ => chance.NextDouble())];
            Configuration configuration = _space.Decode(point);
            if (_space.Allows(configuration))
                places.Add(Visit(point, configuration));
        }

        return places.OrderByDescending(place => place.Improvement);
    }

    private Place Visit(double[] point, Configuration configuration)
    {
        double improvement = model.Improvement(configuration);
        if (improvement > _bestImprovement && !tried.Contains(configuration.StableHashCode()))
            (_best, _bestImprovement) = (configuration, improvement);
        return new Place(point, configuration, improvement);
    }

    private void Climb(Place place)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            Place best = place;
            foreach (Place neighbour in Neighbours(place))
            {
                if (neighbour.Improvement > best.Improvement)
                    best = neighbour;
            }

            if (best == place)
                return;
            place = best;
        }
    }

    private IEnumerable<Place> Neighbours(Place place)
    {
        for (int i = 0; i < _space.Dimensions; i++)
        {
            Parameter parameter = _space.Parameters[i];
            if (parameter.ValueCount == 1 || !place.Configuration.Contains(parameter.Name))
                continue;
            foreach (double unit in ForestEncoding.IsChoice(parameter)
                ? OtherChoices(parameter, place.Configuration)
                : Near(place.Point[i]))
            {
                double[] point = [.. place.Point];
                point[i] = unit;
                Configuration configuration = _space.Decode(point);
                if (_space.Allows(configuration))
                    yield return Visit(point, configuration);
            }
        }
    }

    private static IEnumerable<double> OtherChoices(
        Parameter parameter, Configuration configuration)
    {
        ParameterValue present = configuration[parameter.Name];
        for (int choice = 0; choice < parameter.ValueCount; choice++)
        {
            ParameterValue value = parameter.ValueAt(choice);
            if (value != present)
                yield return parameter.Encode(value);
        }
    }

    private IEnumerable<double> Near(double unit)
    {
        for (int i = 0; i < NumberNeighbours; i++)
        {
            double near = unit + Deviation * chance.NextNormal();
            for (int redraw = 0; redraw < MaxRedraws && near is < 0 or > 1; redraw++)
                near = unit + Deviation * chance.NextNormal();
            yield return Math.Clamp(near, 0, 1);
        }
    }

    private sealed record Place(double[] Point, Configuration Configuration, double Improvement);
}
