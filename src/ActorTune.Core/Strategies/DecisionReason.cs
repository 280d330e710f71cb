namespace ActorTune.Strategies;

/// <summary>
/// Why a decision was taken: statistics from which it can be recomputed without the rest of the
/// history. Rank and peers follow from a fold of the journal.
/// </summary>
/// <param name="Rule">The rule and its version, such as <c>asha-promotion/1</c>.</param>
/// <param name="Rung">The rung's index from 0 at the bottom; -1 where no rung is involved.</param>
/// <param name="Count">How many entries the rung had, failures included.</param>
/// <param name="Kept">How many of them the rule keeps.</param>
/// <param name="Value">The trial's own value; null when it has none.</param>
/// <param name="Cutoff">The value that it had to match; null when there is none.</param>
/// <param name="CutoffTrial">The trial that sets the cut-off; null when there is none.</param>
public sealed record DecisionReason(
    string Rule,
    int Rung = -1,
    int Count = 0,
    int Kept = 0,
    double? Value = null,
    double? Cutoff = null,
    TrialNumber? CutoffTrial = null)
{
    /// <summary>
    /// The rule for what the engine itself decides, whatever the trial scheduler.
    /// </summary>
    public const string Engine = "engine/1";
}
