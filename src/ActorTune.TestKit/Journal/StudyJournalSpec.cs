namespace ActorTune.TestKit.Journal;

/// <summary>
/// The contract of <see cref="ActorTune.Journal.IStudyJournal"/> as named cases. Inherit it into a
/// test project by running each name as a test:
/// <code>
/// public static IEnumerable&lt;object[]&gt; Names => Spec.Names.Select(name => new object[] {
/// name });
///
/// [Theory, MemberData(nameof(Names))]
/// public Task It_keeps_the_contract(string name) => Spec.RunAsync(name);
/// </code>
/// </summary>
public sealed class StudyJournalSpec
{
    private readonly Func<StudyJournalSubject> _create;
    private readonly List<StudyJournalCase> _cases;

    /// <summary>Creates the suite for a journal.</summary>
    /// <param name="traits">What it can do beyond the common contract.</param>
    /// <param name="create">Creates a store of its own for each case.</param>
    public StudyJournalSpec(StudyJournalTraits traits, Func<StudyJournalSubject> create)
    {
        _create = create;
        _cases = [.. AllCases().Where(one => one.IsFor(traits))];
    }

    /// <summary>The sentences that the journal has to keep.</summary>
    public IReadOnlyList<string> Names => [.. _cases.Select(one => one.Name)];

    /// <summary>Tries one sentence on a store of its own.</summary>
    /// <param name="name">One of the names.</param>
    /// <exception cref="SpecException">It does not hold.</exception>
    public async Task RunAsync(string name)
    {
        StudyJournalCase chosen = _cases.Find(one => one.Name == name)
            ?? throw new ArgumentException($"The suite has no case '{name}'.", nameof(name));
        await using StudyJournalSubject subject = _create();
        await chosen.RunAsync(subject).ConfigureAwait(false);
    }

    private static IEnumerable<StudyJournalCase> AllCases() =>
    [
        .. AppendCases.All,
        .. ReadCases.All,
        .. FollowCases.All,
        .. WriterCases.All,
        .. ModelCases.All,
    ];
}
