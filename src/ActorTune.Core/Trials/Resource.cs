namespace ActorTune.Trials;

/// <summary>
/// What a trial spends, counted in whole units of the study's resource unit (epoch, step, sample,
/// second or fold) since the trial's beginning.
/// </summary>
public readonly record struct Resource : IComparable<Resource>
{
    /// <summary>Creates an amount of resource.</summary>
    /// <param name="units">Whole units, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public Resource(long units)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        Units = units;
    }

    /// <summary>Nothing spent yet.</summary>
    public static Resource Zero => default;

    /// <summary>Whole units.</summary>
    public long Units { get; }

    /// <inheritdoc/>
    public int CompareTo(Resource other) => Units.CompareTo(other.Units);

    /// <summary>Whether the left amount is less than the right one.</summary>
    public static bool operator <(Resource left, Resource right) => left.Units < right.Units;

    /// <summary>Whether the left amount is more than the right one.</summary>
    public static bool operator >(Resource left, Resource right) => left.Units > right.Units;

    /// <summary>Whether the left amount is at most the right one.</summary>
    public static bool operator <=(Resource left, Resource right) => left.Units <= right.Units;

    /// <summary>Whether the left amount is at least the right one.</summary>
    public static bool operator >=(Resource left, Resource right) => left.Units >= right.Units;

    /// <inheritdoc/>
    public override string ToString() => Units.ToString(CultureInfo.InvariantCulture);
}
