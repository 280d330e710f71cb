namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>A place of the search space with what is active there.</summary>
internal sealed class ModelPoint
{
    /// <summary>
    /// One number in [0, 1] for each parameter of the search space, on a value's place.
    /// </summary>
    internal required double[] Units { get; init; }

    /// <summary>Which parameters of the search space are active.</summary>
    internal required bool[] IsActive { get; init; }

    /// <summary>The coordinates of the model's parameters.</summary>
    internal required double[] Coordinates { get; init; }

    /// <summary>Which of the model's groups are active.</summary>
    internal required bool[] Groups { get; init; }

    /// <summary>Whether another point stands for the same configuration.</summary>
    internal bool IsSame(ModelPoint other)
    {
        for (int i = 0; i < Units.Length; i++)
        {
            if (IsActive[i] != other.IsActive[i]
                || (IsActive[i] && !Units[i].Equals(other.Units[i])))
                return false;
        }

        return true;
    }
}
