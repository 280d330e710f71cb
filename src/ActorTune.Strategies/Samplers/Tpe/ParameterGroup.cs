using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>Parameters that share one density; they are active together.</summary>
internal sealed class ParameterGroup(SearchSpace space, int[] members)
{
    private readonly int[] _conditional =
        [.. members.Where(index => space.Parameters[index].When.Count > 0)];

    /// <summary>The positions of the parameters in the search space, parents first.</summary>
    internal int[] Members { get; } = members;

    /// <summary>Those among them that have more than one value.</summary>
    internal KernelAxis[] Axes { get; } =
    [
        .. members.Select(index => new KernelAxis(space.Parameters[index], index))
            .Where(axis => axis.Kind != AxisKind.Point),
    ];

    /// <summary>Whether all of the parameters are active in a configuration.</summary>
    internal bool IsActiveIn(Configuration configuration)
    {
        foreach (int index in _conditional)
        {
            if (!configuration.Contains(space.Parameters[index].Name))
                return false;
        }

        return true;
    }
}
