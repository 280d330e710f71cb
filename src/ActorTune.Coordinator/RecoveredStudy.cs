namespace ActorTune.Coordinator;

/// <summary>
/// A study folded from its journal: the engine, and the sampler for the actor beside it.
/// </summary>
internal sealed record RecoveredStudy(
    StudyEngine Engine, ISampler? Sampler, WantedSuggestions Suggestions, SequenceNumber Head)
{
    internal static async ValueTask<RecoveredStudy> Read(
        StudySetup setup, CancellationToken cancellation)
    {
        await setup.Writer.RefreshAsync(cancellation).ConfigureAwait(false);
        var suggestions = new WantedSuggestions();
        ISampler? sampler = null;
        bool isLive = false;
        var state = new StudyState(setup.Catalog)
        {
            Changed = change =>
            {
                // Until the journal is read the sampler is ours; then it belongs to its actor.
                if (isLive)
                    suggestions.Note(change);
                else
                    sampler?.Observe(change);
            },
        };
        var engine = new StudyEngine(state, suggestions);
        await foreach (JournalEntry entry in setup.Journal
            .ReadAsync(setup.Study, SequenceNumber.None, cancellation).ConfigureAwait(false))
        {
            sampler = setup.Catalog.SamplerFrom(entry.Event, sampler);
            engine.Recover(entry);
        }

        isLive = true;
        return new RecoveredStudy(engine, sampler, suggestions, state.Head);
    }
}
