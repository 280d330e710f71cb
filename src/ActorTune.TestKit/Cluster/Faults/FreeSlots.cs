using System.Globalization;
using ActorTune.Studies;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// No slot stays free while a trial is due, longer than what goes wrong can keep it so. It looks at
/// each slot by itself: that others are busy helps none.
/// </summary>
/// <remarks>
/// Not in a strict study, whose slots wait for their turn, nor where a trial needs several slots or
/// a sampler may wait.
/// </remarks>
internal sealed class FreeSlots
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ClusterWatch _watch;
    private readonly (WorkerId Worker, int Slot)[] _slots;
    private readonly TimeSpan?[] _since;
    private readonly TimeSpan _most;
    private int _version = -1;

    internal FreeSlots(ClusterWatch watch, ClusterSpec sweep, FaultPlan plan)
    {
        _watch = watch;
        bool isWatched = sweep is
        {
            SamplerWaits: false,
            Specification: { Strict: null, SlotsPerTrial: 1 },
        };
        _slots = isWatched ? [.. Slots(sweep)] : [];
        _since = new TimeSpan?[_slots.Length];
        _most = plan.Faults.Aggregate(Patience, (sum, fault) => sum + fault.Delay);
    }

    /// <summary>A new life of the cluster begins, with a new clock.</summary>
    internal void Begin()
    {
        Array.Clear(_since);
        _version = -1;
    }

    /// <summary>Looks at all slots.</summary>
    /// <returns>The rule that is broken; null if none.</returns>
    internal string? Look(TimeSpan now)
    {
        if (_version != _watch.Version)
            Note(now);
        for (int i = 0; i < _slots.Length; i++)
        {
            if (now - _since[i] > _most)
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"no slot stays free while a trial is due: slot {_slots[i].Slot} of ")
                    + $"{_slots[i].Worker} is free since {_since[i]}, it is {now}";
        }

        return null;
    }

    private static IEnumerable<(WorkerId Worker, int Slot)> Slots(ClusterSpec sweep) =>
        from worker in Enumerable.Range(0, sweep.Workers)
        from slot in Enumerable.Range(0, sweep.SlotsPerWorker)
        select (SimulatedCluster.WorkerName(worker), slot);

    private void Note(TimeSpan now)
    {
        _version = _watch.Version;
        bool isDue = _slots.Length > 0 && _watch.IsTrialDue;
        for (int i = 0; i < _slots.Length; i++)
        {
            bool isFree = isDue && !_watch.IsOccupied(_slots[i].Worker, _slots[i].Slot);
            _since[i] = isFree ? _since[i] ?? now : null;
        }
    }
}
