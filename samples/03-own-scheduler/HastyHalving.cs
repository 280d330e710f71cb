namespace ActorTune.Samples.OwnScheduler;

/// <summary>
/// The same rule with a bug that is easy to write: it looks only at the ranking of a rung, not at
/// whether the trial it promotes has paused. With one slot nobody notices; with more, a trial that
/// is on its way already is promoted once more.
/// </summary>
/// <param name="objective">Says which value is better.</param>
/// <param name="levels">The rungs' resources.</param>
/// <param name="factor">One of so many goes on.</param>
public sealed class HastyHalving(Objective objective, IEnumerable<long> levels, int factor)
    : OwnHalving(objective, levels, factor)
{
    /// <inheritdoc/>
    protected override void NotePromotion(TrialNumber trial, int rung)
    {
        // The promoted trial is marked when it arrives at its next rung.
    }

    /// <inheritdoc/>
    protected override bool MayGoOn(TrialNumber trial) => true;
}
