namespace ActorTune.Strategies;

/// <summary>
/// One change of one trial: the only thing that a strategy observes. Values are those of the
/// study's first objective after its reduction, and always finite.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Trial">To which trial.</param>
/// <param name="Bracket">The trial's bracket.</param>
/// <param name="Resource">
/// The resource of a measurement; the next decision's resource after a start, a promotion or a
/// continuation (zero when there is none); otherwise the trial's highest.
/// </param>
/// <param name="Value">
/// The reduced value at the trial's highest resource; zero before any; the quantile in (0, 1) of an
/// imported trial, less is better.
/// </param>
/// <param name="IsDecisionPoint">
/// Whether the measurement is the first at or above the resource that the trial ran to.
/// </param>
/// <param name="Configuration">
/// The configuration at the start and of an imported trial; otherwise null.
/// </param>
public readonly record struct TrialChange(
    TrialChangeKind Kind,
    TrialNumber Trial,
    BracketIndex Bracket,
    Resource Resource,
    double Value,
    bool IsDecisionPoint,
    Configuration? Configuration)
{
    /// <summary>
    /// All objectives and constraints at the trial's highest resource; null before a measurement,
    /// and in a study with one objective and no constraint.
    /// </summary>
    public TrialOutcome? Outcome { get; init; }

    /// <summary>At the start, the trial that it was started from; otherwise null.</summary>
    public TrialNumber? Parent { get; init; }

    /// <summary>
    /// The seconds that the trial's attempts have run up to here, as the facts' times tell. Zero
    /// where nobody measured them.
    /// </summary>
    public double Seconds { get; init; }

    /// <summary>
    /// The measured value itself, for rules that compare measurements one by one, such as folds;
    /// null where the reduction left it as it was, so that it is the value.
    /// </summary>
    public double? Unreduced { get; init; }
}
