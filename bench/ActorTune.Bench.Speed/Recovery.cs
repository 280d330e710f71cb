using System.Diagnostics;
using ActorTune.Journal;
using ActorTune.Journal.Sqlite;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.Bench.Speed;

/// <summary>
/// Reading and folding a study from SQLite. Recovery happens once in a process, so the first time
/// counts as much as the best.
/// </summary>
internal static class Recovery
{
    private const int Rounds = 5;

    internal static async Task<int> RunAsync(int events)
    {
        string folder = Directory.CreateTempSubdirectory("actortune-bench").FullName;
        string file = Path.Combine(folder, "bench.db");
        await WriteAsync(file, events);
        for (int round = 1; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            SequenceNumber head = await RecoverAsync(file);
            Console.WriteLine(FormattableString.Invariant(
                $"round {round}: {head} events in {watch.Elapsed.TotalSeconds:F2} s"));
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task WriteAsync(string file, int events)
    {
        var watch = Stopwatch.StartNew();
        SimulationResult study = StudySimulation.Run(
            Studies.Of("asha", events / 4),
            new CurveProgram((trial, resource) =>
                Studies.Curve(trial.Configuration["x"].AsDouble(), resource)),
            new SimulationOptions { Slots = 64 });
        Console.WriteLine(FormattableString.Invariant(
            $"simulated {study.State.Trials.Count} trials, {study.Events.Count} events, in {watch.Elapsed.TotalSeconds:F2} s"));
        await using var journal = new SqliteStudyJournal(
            file, new SqliteJournalOptions { Durability = Durability.Normal });
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(new StudyId("bench"), default);
        foreach (JournalEntry[] batch in study.Events.Take(events).Chunk(64))
            await writer.AppendAsync(new Epoch(1), writer.Head, batch, default);
        Console.WriteLine(FormattableString.Invariant(
            $"written after {watch.Elapsed.TotalSeconds:F2} s, {new FileInfo(file).Length >> 20} MiB"));
    }

    private static async Task<SequenceNumber> RecoverAsync(string file)
    {
        var state = new StudyState(StandardStrategies.Instance);
        await using var journal = new SqliteStudyJournal(file, new SqliteJournalOptions());
        await foreach (JournalEntry entry in journal.ReadAsync(
            new StudyId("bench"), SequenceNumber.None, default))
            state.Evolve(entry);
        return state.Head;
    }
}
