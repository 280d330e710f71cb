namespace ActorTune.Objectives;

/// <summary>
/// The quantity that a study optimises: a metric, its direction and its reduction.
/// </summary>
/// <param name="Metric">The name of the metric in the trial program's reports.</param>
/// <param name="Direction">Which way it improves.</param>
public sealed record Objective(string Metric, Direction Direction)
{
    /// <summary>How a trial's measurements become one value.</summary>
    /// <value>Default: the last measurement.</value>
    public Reduction Reduce { get; init; } = Reduction.Last;

    /// <summary>
    /// The values that it can take, for bounds of what was not measured. Nothing is refused for
    /// being outside.
    /// </summary>
    /// <value>Default: any.</value>
    public ValueRange Range { get; init; } = ValueRange.Unbounded;

    /// <summary>
    /// Compares two finite values: negative when the left one is better. The order is total
    /// because non-finite values are an outcome of their own and never get here.
    /// </summary>
    public int Compare(double left, double right) => Direction == Direction.Minimize
        ? left.CompareTo(right)
        : right.CompareTo(left);

    /// <summary>
    /// Compares two trials by value, ties by trial number: negative when left is better.
    /// </summary>
    public int Compare(double left, TrialNumber leftTrial, double right, TrialNumber rightTrial)
    {
        int byValue = Compare(left, right);
        return byValue != 0 ? byValue : leftTrial.CompareTo(rightTrial);
    }

    /// <summary>Whether the left value is strictly better.</summary>
    public bool IsBetter(double left, double right) => Compare(left, right) < 0;
}
