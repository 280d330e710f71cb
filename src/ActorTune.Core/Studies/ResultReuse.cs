using ActorTune.Strategies;
using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>
/// What is decided on a suggestion whose configuration has completed before, in a study that reuses
/// results.
/// </summary>
internal static class ResultReuse
{
    /// <summary>
    /// So many results in a row are taken over; then the sampler is held to have nothing new.
    /// </summary>
    internal const int MostInRow = 100;

    /// <summary>The decision; null where the configuration is to be trained.</summary>
    /// <param name="state">The study.</param>
    /// <param name="start">What the trial scheduler wants started.</param>
    /// <param name="configuration">What the sampler suggests.</param>
    /// <param name="basis">The last event that it could know of.</param>
    internal static StudyDecision? Decide(
        StudyState state,
        NextAction.StartNew start,
        Configuration configuration,
        SequenceNumber basis)
    {
        if (state.Specification.Duplicates != DuplicatePolicy.Reuse
            || start.Donor is not null
            || state.Results.Find(configuration) is not { } source)
            return null;
        int inRow = state.Results.ReusedInRow;
        if (inRow >= MostInRow)
            return new SamplerExhausted(basis)
            {
                Grounds = new DecisionReason(
                    "reuse-limit/1", Count: inRow, CutoffTrial: source.Number),
            };
        return new TrialReused(
            new TrialNumber(state.Trials.Count),
            configuration,
            start.Bracket,
            basis,
            start.Until,
            new TrialParent(source.Number, source.Resource));
    }
}
