namespace ActorTune.Simulation.WhatIf;

/// <summary>What a trial measured, and how long a unit of its resource took.</summary>
public sealed class RecordedCurve
{
    private readonly long[] _resources;
    private readonly double[] _values;

    /// <summary>Creates a curve.</summary>
    /// <param name="resources">Where it was measured, rising, from 1.</param>
    /// <param name="values">The objective there, before its reduction; finite.</param>
    /// <param name="end">What came after the last measurement.</param>
    /// <exception cref="ArgumentException">The resources do not rise, or not in pairs.</exception>
    public RecordedCurve(
        IEnumerable<long> resources, IEnumerable<double> values, CurveEnd end = CurveEnd.Cut)
    {
        _resources = [.. resources];
        _values = [.. values];
        End = end;
        bool rises = _resources.Length == _values.Length;
        for (int i = 0; i < _resources.Length && rises; i++)
            rises = _resources[i] > (i == 0 ? 0 : _resources[i - 1]) && double.IsFinite(_values[i]);
        if (!rises)
            throw new ArgumentException(
                "A recorded curve needs one finite value for each of its rising resources.",
                nameof(resources));
    }

    /// <summary>The trial's configuration.</summary>
    /// <value>Default: an empty one.</value>
    public Configuration Configuration { get; init; } = Configuration.Empty;

    /// <summary>How long a unit of resource took.</summary>
    /// <value>Default: one second.</value>
    public TimeSpan UnitTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What came after the last measurement.</summary>
    public CurveEnd End { get; }

    /// <summary>How many measurements there are.</summary>
    public int Count => _resources.Length;

    /// <summary>The resource of the last measurement; zero without any.</summary>
    public long Last => Count == 0 ? 0 : _resources[^1];

    /// <summary>A measurement by its position.</summary>
    public (long Resource, double Value) this[int index] => (_resources[index], _values[index]);

    internal ReadOnlySpan<double> Values => _values;

    // Beyond the last measurement a trial is taken to report as often as it did before.
    private long Step => Count < 2 ? Math.Max(Last, 1) : _resources[^1] - _resources[^2];

    /// <summary>The curve up to a resource: what a study would know that cut it there.</summary>
    /// <param name="resource">The last resource that is kept.</param>
    public RecordedCurve CutAfter(long resource)
    {
        int kept = FirstFrom(resource + 1);
        return kept == Count
            ? this
            : new RecordedCurve(_resources[..kept], _values[..kept])
            {
                Configuration = Configuration,
                UnitTime = UnitTime,
            };
    }

    /// <summary>The position of the first measurement at or above a resource, or their count.
    /// </summary>
    internal int FirstFrom(long resource)
    {
        int found = Array.BinarySearch(_resources, resource);
        return found < 0 ? ~found : found;
    }

    /// <summary>The resource of the first report at or above a resource, seen or not.</summary>
    /// <param name="resource">From where.</param>
    /// <param name="most">The full resource, where a trial always reports.</param>
    internal long ReportFrom(long resource, long most)
    {
        int index = FirstFrom(resource);
        if (index < Count)
            return _resources[index];
        long steps = Math.Max(1, (resource - Last + Step - 1) / Step);
        return Math.Max(Last + 1, Math.Min(Last + steps * Step, Math.Max(most, resource)));
    }
}
