using System.Diagnostics;
using ActorTune.Journal;
using ActorTune.Journal.Sqlite;
using ActorTune.Simulation;
using ActorTune.Studies;

namespace ActorTune.Bench.Speed;

/// <summary>
/// A journal with one simulated study of any length, to time commands that read journals.
/// </summary>
internal static class LongStudy
{
    private const int BatchSize = 64;

    internal static async Task<int> WriteAsync(string file, int trials, string scheduler)
    {
        var watch = Stopwatch.StartNew();
        SimulationResult study = StudySimulation.Run(
            Studies.Of(scheduler, trials),
            new CurveProgram((trial, resource) =>
                Studies.Curve(trial.Configuration["x"].AsDouble(), resource)),
            new SimulationOptions { Slots = 64 });
        await using var journal = new SqliteStudyJournal(
            file, new SqliteJournalOptions { Durability = Durability.Normal });
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(new StudyId("bench"), default);
        foreach (JournalEntry[] batch in study.Events.Chunk(BatchSize))
            await writer.AppendAsync(new Epoch(1), writer.Head, batch, default);
        Console.WriteLine(FormattableString.Invariant(
            $"{study.State.Trials.Count} trials, {study.Events.Count} events, {watch.Elapsed.TotalSeconds:F1} s"));
        return 0;
    }
}
