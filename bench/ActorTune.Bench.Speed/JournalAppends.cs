using ActorTune.Journal;
using ActorTune.Journal.Sqlite;
using ActorTune.Objectives;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;
using BenchmarkDotNet.Attributes;

namespace ActorTune.Bench.Speed;

/// <summary>Appends of measurements to the journal, one by one and in batches.</summary>
public class JournalAppends
{
    private const int Appends = 64;

    private string _folder = string.Empty;
    private IStudyJournal _journal = null!;
    private IStudyJournalWriter _writer = null!;
    private long _resource;

    /// <summary>How many events a commit has.</summary>
    [Params(1, 64, 256)]
    public int Batch { get; set; }

    /// <summary>The store.</summary>
    [Params("sqlite-full", "sqlite-normal", "memory")]
    public string Store { get; set; } = "sqlite-full";

    /// <summary>Opens the journal.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        _folder = Directory.CreateTempSubdirectory("actortune-bench").FullName;
        Durability durability = Store == "sqlite-normal" ? Durability.Normal : Durability.Full;
        _journal = Store == "memory"
            ? new InMemoryStudyJournal()
            : new SqliteStudyJournal(
                Path.Combine(_folder, "bench.db"),
                new SqliteJournalOptions { Durability = durability });
        _writer = await _journal.OpenWriterAsync(new StudyId("bench"), default);
        await AppendAsync(new StudyCreated(Studies.Of("asha", 10)));
        await AppendAsync(new CoordinatorStarted(new Epoch(1), "bench", []));
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public async Task CloseAsync()
    {
        await _writer.DisposeAsync();
        await _journal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Sixty-four commits.</summary>
    [Benchmark(OperationsPerInvoke = Appends)]
    public async Task Append()
    {
        for (int i = 0; i < Appends; i++)
        {
            var entries = new StudyEvent[Batch];
            for (int entry = 0; entry < Batch; entry++)
                entries[entry] = new MeasurementReported(
                    new AttemptId(new TrialNumber(0), 1),
                    ++_resource,
                    new Resource(_resource),
                    new MetricSet("loss", 1.0 / _resource));
            await AppendAsync(entries);
        }
    }

    private async Task AppendAsync(params StudyEvent[] events)
    {
        long head = _writer.Head.Value;
        JournalEntry[] entries = [.. events.Select((change, index) => new JournalEntry(
            new SequenceNumber(head + index + 1),
            new Epoch(1),
            DateTimeOffset.UnixEpoch,
            change))];
        AppendOutcome outcome = await _writer.AppendAsync(
            new Epoch(1), new SequenceNumber(head), entries, default);
        if (outcome != AppendOutcome.Appended)
            throw new InvalidOperationException($"The append gave {outcome}.");
    }
}
