namespace ActorTune.Journal.Tests;

public sealed class InMemoryStudyJournalTests
{
    private static readonly StudyJournalSpec Spec = new(StudyJournalTraits.None, Create);

    public static IEnumerable<object[]> Names => Spec.Names.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public Task It_keeps_the_contract(string name) => Spec.RunAsync(name);

    private static StudyJournalSubject Create() =>
        new() { Open = () => new InMemoryStudyJournal() };
}
