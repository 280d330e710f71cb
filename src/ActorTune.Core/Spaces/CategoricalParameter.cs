namespace ActorTune.Spaces;

/// <summary>Some values without an order, each as likely as its weight.</summary>
public sealed record CategoricalParameter : Parameter
{
    private readonly double[] _bounds;

    /// <summary>Creates a categorical parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="choices">The values, at least one, no two alike.</param>
    /// <param name="weights">
    /// Their relative frequencies, above zero, one for each value; null makes them equal.
    /// </param>
    public CategoricalParameter(
        string name,
        IReadOnlyList<ParameterValue> choices,
        IReadOnlyList<double>? weights = null)
        : base(name)
    {
        Choices = [.. choices];
        Weights = weights is null ? null : [.. weights];
        _bounds = Cumulate(Choices.Count, Weights);
    }

    /// <summary>Creates a categorical parameter over texts of equal weight.</summary>
    public CategoricalParameter(string name, params string[] choices)
        : this(name, [.. choices.Select(ParameterValue.Of)])
    {
    }

    /// <summary>The values.</summary>
    public IReadOnlyList<ParameterValue> Choices { get; }

    /// <summary>Their relative frequencies, or null when they are equal.</summary>
    public IReadOnlyList<double>? Weights { get; }

    /// <inheritdoc/>
    public override long? ValueCount => Choices.Count;

    /// <inheritdoc/>
    public override bool Contains(ParameterValue value) => Choices.Contains(value);

    /// <inheritdoc/>
    public override ParameterValue Decode(double unit)
    {
        double place = Clamp(unit);
        int index = 0;
        while (index < Choices.Count - 1 && place >= _bounds[index])
            index++;
        return Choices[index];
    }

    /// <inheritdoc/>
    public override double Encode(ParameterValue value)
    {
        int index = IndexOf(value);
        double below = index == 0 ? 0 : _bounds[index - 1];
        return below + (_bounds[index] - below) / 2;
    }

    /// <inheritdoc/>
    public override ParameterValue ValueAt(long index) => Choices[checked((int)index)];

    /// <inheritdoc/>
    public bool Equals(CategoricalParameter? other) =>
        base.Equals(other) && Choices.SequenceEqual(other.Choices)
        && (Weights ?? []).SequenceEqual(other.Weights ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)StableHash.Add(StableHash.Start, Name));

    internal override void Check(ICollection<string> problems)
    {
        if (Choices.Count == 0)
            problems.Add("there must be at least one choice");
        if (Choices.Distinct().Count() != Choices.Count)
            problems.Add($"no two choices may be alike, got [{string.Join(", ", Choices)}]");
        if (Weights is not null && Weights.Count != Choices.Count)
            problems.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"there must be one weight for each of the {Choices.Count} choices, "
                    + $"got {Weights.Count}"));
        if (Weights is not null && Weights.Any(weight => !(weight > 0) || !double.IsFinite(weight)))
            problems.Add("every weight must be finite and above zero");
    }

    private static double[] Cumulate(int count, IReadOnlyList<double>? weights)
    {
        var bounds = new double[count];
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            total += weights is not null && i < weights.Count ? weights[i] : 1;
            bounds[i] = total;
        }

        for (int i = 0; i < count; i++)
            bounds[i] /= total;
        return bounds;
    }

    private int IndexOf(ParameterValue value)
    {
        for (int i = 0; i < Choices.Count; i++)
        {
            if (Choices[i] == value)
                return i;
        }

        throw new ArgumentException(
            $"'{value}' is not a choice of '{Name}'; it has [{string.Join(", ", Choices)}].");
    }
}
