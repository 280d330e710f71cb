namespace ActorTune.Analysis;

/// <summary>What some values of the objective have in common.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean; null without any.</param>
/// <param name="StandardError">That of the mean; null with fewer than two.</param>
public sealed record ValueSummary(int Count, double? Mean, double? StandardError)
{
    internal static ValueSummary Of(IReadOnlyList<double> values)
    {
        if (values.Count == 0)
            return new ValueSummary(0, null, null);
        double sum = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Count;
        if (values.Count == 1)
            return new ValueSummary(1, mean, null);
        double squares = 0;
        foreach (double value in values)
            squares += (value - mean) * (value - mean);
        double variance = squares / (values.Count - 1);
        return new ValueSummary(values.Count, mean, Math.Sqrt(variance / values.Count));
    }
}
