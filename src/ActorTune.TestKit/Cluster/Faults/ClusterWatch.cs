using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// Sees all that programs do and all that becomes durable, over every life of a cluster, and keeps
/// the first rule that was broken.
/// </summary>
internal sealed class ClusterWatch(IStrategyCatalog catalog)
{
    private readonly JournalRules _journal = new(catalog);
    private readonly Dictionary<(WorkerId, int), AttemptId> _occupied = [];
    private readonly Dictionary<(AttemptId, long), (long Resource, double Value)> _spoken = [];
    private readonly HashSet<Checkpoint> _written = [];
    private readonly Dictionary<AttemptId, long> _returned = [];

    /// <summary>The first rule that was broken; null while all hold.</summary>
    internal string? Violation { get; private set; }

    internal int Programs { get; private set; }

    internal int Events => _journal.Count;

    /// <summary>Changes whenever a program starts or ends and whenever events become durable.
    /// </summary>
    internal int Version { get; private set; }

    /// <summary>Whether a free slot would get a trial at once.</summary>
    internal bool IsTrialDue => _journal.IsTrialDue;

    internal int Appends { get; set; }

    internal int Start(WorkerId worker, TrialLaunch launch)
    {
        Version++;
        foreach (int slot in launch.Slots)
        {
            if (!_occupied.TryAdd((worker, slot), launch.Attempt))
                Break(
                    $"no slot is over-committed: {launch.Attempt} started on slot {slot} of "
                    + $"{worker} while {_occupied[(worker, slot)]} runs there");
        }

        // A start that was fenced on its way may find its checkpoint gone; it comes to nothing.
        if (launch.From is { } from && !_written.Contains(from)
            && _journal.IsCurrent(launch.Attempt))
            Break($"no resume names a missing checkpoint: {launch.Attempt} from {from}");
        return ++Programs;
    }

    internal void End(WorkerId worker, TrialLaunch launch)
    {
        Version++;
        foreach (int slot in launch.Slots)
        {
            if (_occupied.GetValueOrDefault((worker, slot)) == launch.Attempt)
                _occupied.Remove((worker, slot));
        }
    }

    /// <summary>A program returns by itself after so many reports.</summary>
    internal void Return(AttemptId attempt, long reports) => _returned[attempt] = reports;

    internal bool IsOccupied(WorkerId worker, int slot) => _occupied.ContainsKey((worker, slot));

    internal void Speak(AttemptId attempt, long report, long resource, double value) =>
        _spoken[(attempt, report)] = (resource, value);

    internal void Write(Checkpoint checkpoint) => _written.Add(checkpoint);

    internal void Drop(Checkpoint checkpoint) => _written.Remove(checkpoint);

    /// <summary>What an engine said that it has taken in must be durable; the answer to a fenced
    /// attempt acknowledges everything and keeps nothing.</summary>
    internal void Acknowledge(AttemptId attempt, long reports, long acknowledged)
    {
        for (long report = 1; acknowledged != long.MaxValue && report <= reports; report++)
        {
            if (!_journal.HasReport(attempt, report))
                Break(
                    $"no acknowledged measurement is lost: report {report} of {attempt} was "
                    + "acknowledged and is not in the journal");
        }
    }

    /// <summary>All programs are gone with their machines; what they wrote stays.</summary>
    internal void Clear() => _occupied.Clear();

    internal void Committed(IReadOnlyList<JournalEntry> entries)
    {
        Version++;
        foreach (JournalEntry entry in entries)
        {
            if (entry.Event is MeasurementReported reported)
                CheckSpoken(reported);
            if (_journal.Take(entry) is { } problem)
                Break($"{problem}, at event {entry.Sequence}: {entry.Event}");
            // The end of one that returned unheard, as its worker was lost, is another one.
            if (entry.Event is AttemptEnded { End: AttemptEnd.Returned } ended)
                CheckReturned(ended);
        }
    }

    internal void Break(string rule) => Violation ??= rule;

    private void CheckReturned(AttemptEnded ended)
    {
        long reports = _returned.GetValueOrDefault(ended.Attempt);
        for (long report = 1; report <= reports; report++)
        {
            if (!_journal.HasReport(ended.Attempt, report))
                Break(
                    $"what a program reported before its own end counts: report {report} of "
                    + $"{ended.Attempt}, which returned after {reports}, is not in the journal");
        }
    }

    private void CheckSpoken(MeasurementReported reported)
    {
        double value = reported.Metrics.Values[0];
        if (!_spoken.TryGetValue((reported.Attempt, reported.Report), out var spoken)
            || spoken.Resource != reported.Resource.Units || !spoken.Value.Equals(value))
            Break(
                $"an attempt speaks only for itself: report {reported.Report} of "
                + $"{reported.Attempt} ({value} at {reported.Resource}) is not what it said");
    }
}
