using ActorTune.Journal;
using ActorTune.Journal.Sqlite;
using ActorTune.Studies;
using ActorTune.TestKit.Journal;

// A second process for the tests: opens a study for writing, appends once for each line read, and
// says what it did. It holds the study until it is killed or its input ends.
await using var journal = new SqliteStudyJournal(args[0]);
try
{
    await using IStudyJournalWriter writer =
        await journal.OpenWriterAsync(new StudyId(args[1]), CancellationToken.None);
    Console.WriteLine($"holding {Environment.ProcessId}");
    while (Console.ReadLine() is not null)
    {
        Epoch epoch = writer.LastEpoch.Value == 0 ? new Epoch(1) : writer.LastEpoch;
        await writer.AppendAsync(epoch, StudyEventSamples.Measurement);
        Console.WriteLine($"appended {writer.Head}");
    }
}
catch (StudyInUseException error)
{
    Console.WriteLine($"in use by {error.Holder?.ProcessId}");
}
