namespace ActorTune.Studies;

/// <summary>
/// The measurements of one trial in the order of resource. There are as many of these as trials,
/// so resources are kept only where they are not 1, 2, 3 and so on.
/// </summary>
internal struct MeasuredCurve()
{
    private double[] _values = [];
    private long[]? _units;

    /// <summary>How many measurements there are.</summary>
    internal int Count { get; private set; }

    /// <summary>The values.</summary>
    internal readonly ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>The resource of a measurement by position, from 0.</summary>
    internal readonly Resource ResourceAt(int index) => new(UnitsAt(index));

    /// <summary>The position of the measurement at a resource; -1: there is none.</summary>
    internal readonly int PositionOf(Resource resource)
    {
        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (UnitsAt(middle) < resource.Units)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Count && UnitsAt(low) == resource.Units ? low : -1;
    }

    internal void Add(Resource resource, double value)
    {
        // Most trials are measured once or twice.
        if (Count == _values.Length)
            Resize(Count + Math.Max(1, Count / 2));
        if (_units is null && resource.Units != Count + 1)
            KeepUnits();
        if (_units is not null)
            _units[Count] = resource.Units;
        _values[Count++] = value;
    }

    /// <summary>Gives back the room for more, which may never come.</summary>
    internal void Trim()
    {
        if (Count < _values.Length)
            Resize(Count);
    }

    private readonly long UnitsAt(int index) => _units is null ? index + 1 : _units[index];

    private void Resize(int length)
    {
        Array.Resize(ref _values, length);
        if (_units is not null)
            Array.Resize(ref _units, length);
    }

    private void KeepUnits()
    {
        _units = new long[_values.Length];
        for (int i = 0; i < Count; i++)
            _units[i] = i + 1;
    }
}
