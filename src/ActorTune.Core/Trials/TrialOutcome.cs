namespace ActorTune.Trials;

/// <summary>
/// All that a study judges a trial by at one resource, where it judges by more than one number.
/// </summary>
public sealed class TrialOutcome : IEquatable<TrialOutcome>
{
    private readonly double[] _values;
    private readonly double[] _violations;

    /// <summary>Creates an outcome; the arrays are taken over.</summary>
    /// <param name="values">
    /// The objectives after their reduction, in the order of the specification; finite.
    /// </param>
    /// <param name="violations">
    /// By how much each constraint is violated, in the order of the specification; zero or less
    /// where it holds, with what is left to spare; finite.
    /// </param>
    public TrialOutcome(double[] values, double[] violations)
    {
        _values = values;
        _violations = violations;
    }

    /// <summary>The objectives after their reduction.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>By how much each constraint is violated; zero or less where it holds.</summary>
    public IReadOnlyList<double> Violations => _violations;

    /// <summary>The sum of what is violated; zero where every constraint holds.</summary>
    public double TotalViolation
    {
        get
        {
            double total = 0;
            foreach (double violation in _violations)
                total += Math.Max(0, violation);
            return total;
        }
    }

    /// <summary>Whether every constraint holds.</summary>
    public bool IsFeasible => TotalViolation <= 0;

    /// <inheritdoc/>
    public bool Equals(TrialOutcome? other) =>
        other is not null && _values.AsSpan().SequenceEqual(other._values)
        && _violations.AsSpan().SequenceEqual(other._violations);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TrialOutcome);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Length;

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", _values.Concat(_violations).Select(
        value => value.ToString("R", CultureInfo.InvariantCulture)));
}
