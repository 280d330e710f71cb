using ActorTune.Journal;
using ActorTune.Journal.Sqlite;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;
using BenchmarkDotNet.Attributes;

namespace ActorTune.Bench.Speed;

/// <summary>Reading and folding a study of a million events from SQLite.</summary>
[MemoryDiagnoser]
public class Recovery
{
    private string _folder = string.Empty;
    private string _file = string.Empty;

    /// <summary>How many events the study has.</summary>
    [Params(100_000, 1_000_000)]
    public int Events { get; set; }

    /// <summary>Writes the journal, from a simulated study.</summary>
    [GlobalSetup]
    public async Task WriteAsync()
    {
        _folder = Directory.CreateTempSubdirectory("actortune-bench").FullName;
        _file = Path.Combine(_folder, "bench.db");
        SimulationResult study = StudySimulation.Run(
            Studies.Of("asha", Events / 4),
            new CurveProgram((trial, resource) =>
                Studies.Curve(trial.Configuration["x"].AsDouble(), resource)),
            new SimulationOptions { Slots = 64 });
        await using var journal = new SqliteStudyJournal(
            _file, new SqliteJournalOptions { Durability = Durability.Normal });
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(new StudyId("bench"), default);
        foreach (JournalEntry[] batch in study.Events.Take(Events).Chunk(64))
            await writer.AppendAsync(new Epoch(1), writer.Head, batch, default);
    }

    /// <summary>Removes the journal.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>Opens, reads and folds it.</summary>
    [Benchmark]
    public async Task<long> Recover()
    {
        var state = new StudyState(StandardStrategies.Instance);
        await using var journal = new SqliteStudyJournal(_file, new SqliteJournalOptions());
        await foreach (JournalEntry entry in journal.ReadAsync(
            new StudyId("bench"), SequenceNumber.None, default))
            state.Evolve(entry);
        return state.Head.Value;
    }
}
