namespace ActorTune.Hosting;

/// <summary>Reads a study as its journal tells it.</summary>
internal static class JournalFold
{
    /// <summary>The fold of all events; empty where the journal has none of the study.</summary>
    internal static async Task<StudyState> ReadAsync(
        IStudyJournal journal, StudyId study, CancellationToken cancellation)
    {
        var state = new StudyState(StandardStrategies.Instance);
        await foreach (JournalEntry entry in journal
            .ReadAsync(study, SequenceNumber.None, cancellation).ConfigureAwait(false))
            state.Evolve(entry);
        return state;
    }
}
