using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Configurations as parents and children: a place of the unit interval for each parameter.
/// </summary>
internal static class Genes
{
    // So many children in a row that break a constraint, and one is drawn at random instead.
    private const int MaxChildren = 100;

    /// <summary>Whether steps between the values of a parameter mean something.</summary>
    internal static bool HasOrder(Parameter parameter) =>
        parameter is FloatParameter or IntegerParameter or OrdinalParameter;

    /// <summary>Whether a parameter is active in a trial.</summary>
    internal static bool IsActive(Parameter parameter, HistoryTrial trial) =>
        parameter.When.Count == 0 || trial.Configuration.Contains(parameter.Name);

    /// <summary>
    /// A point for a child: the parent's places, and random ones for what is inactive there, in
    /// case it becomes active. One number is drawn for every parameter.
    /// </summary>
    internal static double[] CopyOf(HistoryTrial parent, SearchSpace space, RandomStream chance)
    {
        var point = new double[space.Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            double drawn = chance.NextDouble();
            point[i] = IsActive(space.Parameters[i], parent) ? parent.Point[i] : drawn;
        }

        return point;
    }

    /// <summary>
    /// The first allowed configuration among points that are made anew; a random one when none is.
    /// </summary>
    internal static Configuration Allowed(
        SearchSpace space, RandomStream chance, Func<double[]> make)
    {
        for (int child = 0; child < MaxChildren; child++)
        {
            Configuration configuration = space.Decode(make());
            if (space.Allows(configuration))
                return configuration;
        }

        return space.Draw(chance);
    }
}
