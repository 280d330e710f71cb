using ActorTune.Randomness;

namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>
/// Perturbs a configuration: every number is raised or lowered by a factor, a value in an order
/// moves to a neighbour, and any value may be drawn anew (Jaderberg et al., "Population based
/// training of neural networks", 2017, section 4.1: "perturb" and "resample").
/// </summary>
internal sealed class Exploration(SearchSpace space, ulong seed, PopulationOptions options)
    : IExploration
{
    private const int MostTries = 100;
    private static readonly StreamName Stream = new("pbt-explore");

    /// <summary>The configuration of a child, a function of its number and its donor's.</summary>
    internal Configuration Perturb(Configuration donor, int child)
    {
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            RandomStream chance = RandomStream.For(seed, Stream, child, attempt);
            Configuration configuration = space.Decode(Point(donor, chance));
            if (space.Allows(configuration))
                return configuration;
        }

        return space.Draw(RandomStream.For(seed, Stream, child, MostTries));
    }

    /// <inheritdoc/>
    public Configuration Explore(
        Member donor, int child, IReadOnlyCollection<Member> population) =>
        Perturb(donor.Configuration, child);

    // Two numbers are drawn for each parameter, active or not, so that no branch shifts another.
    private double[] Point(Configuration donor, RandomStream chance)
    {
        var point = new double[space.Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            double choice = chance.NextDouble();
            double position = chance.NextDouble();
            Parameter parameter = space.Parameters[i];
            if (!donor.TryGet(parameter.Name, out ParameterValue value))
                point[i] = position;
            else if (options.Keep.Contains(parameter.Name))
                point[i] = parameter.Encode(value);
            else if (choice < options.ResampleProbability)
                point[i] = position;
            else
                point[i] = parameter.Encode(Move(parameter, value, raises: position >= 0.5));
        }

        return point;
    }

    private ParameterValue Move(Parameter parameter, ParameterValue value, bool raises)
    {
        double factor = raises ? options.RaiseFactor : options.LowerFactor;
        return parameter switch
        {
            FloatParameter number => Move(number, value, factor, raises),
            IntegerParameter number => Move(number, value.AsInt64(), factor, raises),
            OrdinalParameter ordinal => Neighbour(ordinal, value, raises),
            _ => value,
        };
    }

    private static ParameterValue Move(
        FloatParameter parameter, ParameterValue value, double factor, bool raises)
    {
        double moved = value.AsDouble() * factor;
        if (parameter.Step is { } step && Nearest(parameter, moved) == value)
            moved = value.AsDouble() + (raises ? step : -step);
        return ParameterValue.Of(Math.Clamp(moved, parameter.Low, parameter.High));
    }

    private static ParameterValue Nearest(FloatParameter parameter, double number) =>
        parameter.Decode(parameter.Encode(ParameterValue.Of(number)));

    // A small number would never move by its factor alone.
    private static ParameterValue Move(
        IntegerParameter parameter, long value, double factor, bool raises)
    {
        double steps = Math.Round((value * factor - value) / parameter.Step);
        if (steps == 0)
            steps = raises ? 1 : -1;
        double moved = Math.Clamp(
            value + steps * parameter.Step, parameter.Low, (double)parameter.High);
        long cell = ((long)moved - parameter.Low) / parameter.Step;
        return ParameterValue.Of(parameter.Low + cell * parameter.Step);
    }

    private static ParameterValue Neighbour(
        OrdinalParameter parameter, ParameterValue value, bool raises)
    {
        int index = 0;
        while (parameter.Values[index] != value)
            index++;
        return parameter.Values[Math.Clamp(
            index + (raises ? 1 : -1), 0, parameter.Values.Count - 1)];
    }
}
