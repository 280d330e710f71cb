using ActorTune.Analysis.Statistics;

namespace ActorTune.Analysis;

/// <summary>Two studies of one objective, compared by the values of their trials.</summary>
/// <param name="Objective">What the values are.</param>
/// <param name="LeftCount">How many trials the left study has.</param>
/// <param name="RightCount">How many the right one has.</param>
/// <param name="LeftMedian">The median of the left study's values.</param>
/// <param name="RightMedian">That of the right one's.</param>
/// <param name="Superiority">
/// The chance that a trial of the left study is better than one of the right; ties count half.
/// </param>
/// <param name="Test">The test of Mann and Whitney on the values.</param>
/// <param name="Shift">
/// By how much the left study's values are larger, with its interval (Hodges and Lehmann).
/// </param>
public sealed record StudyComparison(
    Objective Objective,
    int LeftCount,
    int RightCount,
    double LeftMedian,
    double RightMedian,
    double Superiority,
    MannWhitneyTest Test,
    Interval Shift)
{
    /// <summary>Compares two studies.</summary>
    /// <param name="left">The one study's trials, at least one.</param>
    /// <param name="right">The other's, at least one, of the same direction.</param>
    /// <param name="confidence">That of the shift's interval.</param>
    /// <exception cref="ArgumentException">
    /// A table is empty, or one is minimised and the other maximised.
    /// </exception>
    public static StudyComparison Of(
        TrialTable left, TrialTable right, double confidence = 0.95)
    {
        if (left.Objective.Direction != right.Objective.Direction)
            throw new ArgumentException(
                "One study minimises and the other maximises; they cannot be compared.");
        var test = MannWhitneyTest.Of(left.Values, right.Values);
        return new StudyComparison(
            left.Objective,
            left.Trials.Count,
            right.Trials.Count,
            Lists.Median(Lists.Sorted(left.Values)),
            Lists.Median(Lists.Sorted(right.Values)),
            left.Objective.Direction == Direction.Maximize
                ? test.Superiority
                : 1 - test.Superiority,
            test,
            HodgesLehmannShift.Of(left.Values, right.Values, confidence));
    }
}
