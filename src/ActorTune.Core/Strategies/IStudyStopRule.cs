using ActorTune.Studies;

namespace ActorTune.Strategies;

/// <summary>
/// Judges from a study's completed trials whether a further one is still worth its resource. It has
/// no state of its own: what it answers is a function of the trials that it is shown, so that
/// nothing is computed while a study is recovered.
/// </summary>
public interface IStudyStopRule
{
    /// <summary>
    /// The rule's name and version, such as <c>regret-bound/1</c>. It changes with every change of
    /// what the rule would decide, and is journalled.
    /// </summary>
    string Version { get; }

    /// <summary>The statistics for which the study ends, or null while it goes on.</summary>
    /// <param name="completed">
    /// The completed, feasible trials of one study in the order in which they were completed. From
    /// one question to the next it only ever gets longer.
    /// </param>
    DecisionReason? Judge(IReadOnlyList<TrialState> completed);
}
