namespace ActorTune.Cli.Conditions;

/// <summary>Folds a journal once, up to the first event at which a condition holds.</summary>
internal static class ConditionSearch
{
    /// <summary>The event; null: the condition holds at none.</summary>
    internal static async Task<FoundEvent?> FindAsync(
        StudyCondition condition, IAsyncEnumerable<JournalEntry> entries)
    {
        var study = new StudyView();
        Term[] terms = [.. condition.Terms];
        var before = new double?[terms.Length];
        await foreach (JournalEntry entry in entries)
        {
            bool exists = study.State.Phase != StudyPhase.Empty;
            for (int i = 0; i < terms.Length && exists; i++)
                before[i] = terms[i].Value(study);
            study.Take(entry);
            if (study.State.Phase != StudyPhase.Empty && condition.Holds(study))
                return new FoundEvent(entry, [.. terms.Select((term, i) => new FoundTerm(
                    term.Text, term.Say(before[i]), term.Say(term.Value(study))))]);
        }

        return null;
    }
}
