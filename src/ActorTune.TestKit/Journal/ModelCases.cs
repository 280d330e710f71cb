namespace ActorTune.TestKit.Journal;

/// <summary>Generated sequences of operations against a list, under fixed seeds.</summary>
internal static class ModelCases
{
    private const int Operations = 120;

    internal static IReadOnlyList<StudyJournalCase> All { get; } =
    [
        .. Enumerable.Range(1, 6).Select(seed => StudyJournalCase.Of(
            FormattableString.Invariant($"{Operations} operations agree with a list, seed {seed}"),
            subject => RunAsync(subject, seed, reopens: false))),
        .. Enumerable.Range(101, 4).Select(seed => new StudyJournalCase(
            FormattableString.Invariant(
                $"{Operations} operations with reopening agree with a list, seed {seed}"),
            StudyJournalTraits.Reopens,
            StudyJournalTraits.None,
            subject => RunAsync(subject, seed, reopens: true))),
    ];

    private static async Task RunAsync(StudyJournalSubject subject, int seed, bool reopens)
    {
        await using var walk = new StudyJournalWalk(subject, new Random(seed));
        for (int operation = 0; operation < Operations; operation++)
        {
            try
            {
                await walk.StepAsync(reopens);
            }
            catch (SpecException error)
            {
                throw new SpecException(FormattableString.Invariant(
                    $"Seed {seed}, operation {operation}, {walk.Last}: {error.Message}"));
            }
        }
    }
}
