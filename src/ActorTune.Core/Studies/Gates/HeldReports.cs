using ActorTune.Studies.Commands;

namespace ActorTune.Studies.Gates;

/// <summary>
/// What one attempt said that waits for its turn, in the order in which it said it.
/// </summary>
internal sealed class HeldReports(AttemptId attempt, long lastTaken)
{
    private readonly Queue<HeldReport> _reports = new();
    private Resource _last;

    internal AttemptId Attempt { get; } = attempt;

    /// <summary>The number of the last report that came without a gap.</summary>
    internal long LastNumber { get; private set; } = lastTaken;

    /// <summary>The program's own end, after all reports; null while it runs.</summary>
    internal EndAttempt? End { get; private set; }

    /// <summary>The resource of a checkpoint that was saved after the last report.</summary>
    internal Resource? EndCheckpoint { get; private set; }

    /// <summary>When the last of it came.</summary>
    internal DateTimeOffset Since { get; private set; }

    internal int Count => _reports.Count;

    internal bool IsEmpty => _reports.Count == 0 && End is null;

    /// <summary>Whether the attempt has nothing to do until a decision is taken.</summary>
    internal bool IsComplete(TrialState trial) =>
        End is not null || (_reports.Count > 0 && _last >= trial.Until);

    /// <summary>The logical units up to the last of it.</summary>
    internal long UnitsAfter(TrialState trial) =>
        Math.Max(0, _last.Units - trial.Segment.Reached.Units) + (End is null ? 0 : 1);

    internal HeldReport First => _reports.Peek();

    /// <summary>Takes a report; one that came before, or after a gap, is left out.</summary>
    internal bool Add(HeldReport held, DateTimeOffset at)
    {
        if (held.Report.Report != LastNumber + 1 || End is not null)
            return false;
        LastNumber++;
        _reports.Enqueue(held);
        _last = held.Report.Resource;
        Since = at;
        return true;
    }

    internal void Finish(EndAttempt end, Resource? checkpoint, DateTimeOffset at)
    {
        End = end;
        EndCheckpoint = checkpoint;
        Since = at;
    }

    internal HeldReport Take() => _reports.Dequeue();
}
