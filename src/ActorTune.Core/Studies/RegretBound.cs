namespace ActorTune.Studies;

/// <summary>
/// Ends a study in which no configuration is likely to be better than the best one by more than
/// that one's own value is uncertain. Trials that completed and are feasible are judged.
/// </summary>
/// <param name="Error">
/// The difference that does not matter, above 0; null: the error of the best trial's mean over its
/// folds, in a study whose resource unit is <c>fold</c>.
/// </param>
/// <param name="MinTrials">How many trials must have completed, at least 2.</param>
public sealed record RegretBound(
    double? Error = null, int MinTrials = RegretBound.DefaultMinTrials)
{
    /// <summary>How many completed trials are needed if nothing else is said.</summary>
    public const int DefaultMinTrials = 20;

    /// <summary>The resource unit of studies whose reports are folds.</summary>
    public const string FoldUnit = "fold";
}
