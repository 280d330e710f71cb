namespace ActorTune.Strategies;

/// <summary>
/// The rule that gives resource to trials and withdraws it. All but
/// <see cref="IStrategyState.Observe"/> and <see cref="IStrategyState.Load"/> are queries.
/// </summary>
public interface ITrialScheduler : IStrategyState
{
    /// <summary>
    /// Whether the rule judges every measurement, so that a trial may be stopped between two
    /// decision points.
    /// </summary>
    bool JudgesEveryReport { get; }

    /// <summary>
    /// The answer to the measurement that was observed last. At a decision point it is binding;
    /// elsewhere, and only for rules that judge every report, anything but Stop lets it go on.
    /// </summary>
    SchedulerDecision OnMeasurement(in TrialChange measured);

    /// <summary>What to do with a free slot in the present state.</summary>
    /// <param name="mayStart">
    /// Whether a new trial may be started; when not, the answer is never StartNew.
    /// </param>
    NextAction Next(bool mayStart);

    /// <summary>
    /// Which trials were compared at a rung and how they rank now, best first; empty for rules
    /// without rungs.
    /// </summary>
    /// <param name="bracket">The bracket.</param>
    /// <param name="rung">The rung's index, from 0 at the bottom.</param>
    IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung);

    /// <summary>
    /// The rungs of every bracket, for plans and screens; empty for rules without.
    /// </summary>
    IReadOnlyList<RungSummary> Rungs();
}
