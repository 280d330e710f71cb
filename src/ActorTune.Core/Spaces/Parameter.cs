namespace ActorTune.Spaces;

/// <summary>
/// One declared dimension of a search space. Only the cases of this library exist: float, integer,
/// categorical, ordinal, boolean and constant.
/// </summary>
public abstract record Parameter
{
    private protected Parameter(string name) => Name = name;

    /// <summary>The name by which the trial program reads the value.</summary>
    public string Name { get; }

    /// <summary>All of these must hold for the parameter to be active.</summary>
    /// <value>Default: none, the parameter is always active.</value>
    public IReadOnlyList<Condition> When { get; init; } = [];

    /// <summary>The value that trial 0 uses when the study starts from the defaults.</summary>
    /// <value>Default: none.</value>
    public ParameterValue? Default { get; init; }

    /// <summary>How many values there are, or null when they are a continuum.</summary>
    public abstract long? ValueCount { get; }

    /// <summary>
    /// Whether a value belongs to the parameter, of the right kind and on its grid.
    /// </summary>
    public abstract bool Contains(ParameterValue value);

    /// <summary>
    /// The value at a place of the unit interval. Equal steps of the interval are equally likely
    /// values, so a uniform draw decodes to a draw from the parameter's own distribution.
    /// </summary>
    /// <param name="unit">A number in [0, 1].</param>
    public abstract ParameterValue Decode(double unit);

    /// <summary>
    /// A place of the unit interval that decodes to the value: <c>Decode(Encode(v)) == v</c> for
    /// every value that Decode can give, to the last bit.
    /// </summary>
    public abstract double Encode(ParameterValue value);

    /// <summary>The value at a position of the parameter's grid, from 0.</summary>
    /// <exception cref="InvalidOperationException">The values are a continuum.</exception>
    public abstract ParameterValue ValueAt(long index);

    internal abstract void Check(ICollection<string> problems);

    private protected static double Clamp(double unit) =>
        unit >= 0 ? Math.Min(unit, 1) : 0;

    private protected static long CellOf(double unit, long count) =>
        Math.Min((long)(Clamp(unit) * count), count - 1);

    private protected static double MiddleOf(long cell, long count) => (cell + 0.5) / count;
}
