using ActorTune.Akka.Persistence;
using ActorTune.Journal;
using ActorTune.TestKit.Journal;
using Akka.Actor;

namespace ActorTune.Akka.Tests.Persistence;

/// <summary>The contract of journals over two plugins of Akka.Persistence.</summary>
public sealed class AkkaPersistenceJournalTests
{
    private static readonly StudyJournalSpec InMemory =
        new(StudyJournalTraits.None, () => Subject(PluginSettings.InMemory, () => { }));

    private static readonly StudyJournalSpec OnSqlite = new(
        StudyJournalTraits.Reopens,
        () =>
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("akka-journal");
            string file = Path.Combine(folder.FullName, "journal.db");
            return Subject(PluginSettings.Sqlite(file), () => folder.Delete(recursive: true));
        });

    public static TheoryData<string> NamesInMemory => [.. InMemory.Names];

    public static TheoryData<string> NamesOnSqlite => [.. OnSqlite.Names];

    [Theory]
    [MemberData(nameof(NamesInMemory))]
    public Task The_plugin_in_memory_keeps(string name) => InMemory.RunAsync(name);

    [Theory]
    [MemberData(nameof(NamesOnSqlite))]
    public Task The_plugin_on_SQLite_keeps(string name) => OnSqlite.RunAsync(name);

    // A system for each store, not for each opening: what is in memory lives as long as the system.
    private static StudyJournalSubject Subject(string settings, Action cleanUp)
    {
        AkkaSystem system = AkkaSystem.Create("journal", settings);
        return new StudyJournalSubject
        {
            Open = () => new AkkaPersistenceJournal(
                system, pollEvery: TimeSpan.FromMilliseconds(50)),
            CleanUp = () =>
            {
                system.Terminate().Wait(TimeSpan.FromSeconds(30));
                system.Dispose();
                cleanUp();
            },
        };
    }
}
