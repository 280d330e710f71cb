namespace ActorTune.TestKit.Journal;

/// <summary>One sentence of the contract, and how to try it.</summary>
/// <param name="Name">The sentence.</param>
/// <param name="Needs">What the journal must be able to do.</param>
/// <param name="Lacks">What the journal must not do.</param>
/// <param name="RunAsync">
/// Tries it; throws <see cref="SpecException"/> where it does not hold.
/// </param>
public sealed record StudyJournalCase(
    string Name,
    StudyJournalTraits Needs,
    StudyJournalTraits Lacks,
    Func<StudyJournalSubject, Task> RunAsync)
{
    internal static StudyJournalCase Of(string name, Func<StudyJournalSubject, Task> run) =>
        new(name, StudyJournalTraits.None, StudyJournalTraits.None, run);

    internal bool IsFor(StudyJournalTraits traits) =>
        (traits & Needs) == Needs && (traits & Lacks) == StudyJournalTraits.None;
}
