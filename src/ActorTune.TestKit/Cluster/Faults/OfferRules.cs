using ActorTune.Studies;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.TestKit.Cluster;

/// <summary>No slot is given away twice, as the journal tells it.</summary>
internal sealed class OfferRules
{
    private readonly Dictionary<OfferId, Offer> _offers = [];
    private readonly Dictionary<TrialNumber, OfferId> _used = [];
    private bool _isStrict;

    internal string? Take(StudyEvent change) => change switch
    {
        StudyCreated created => Create(created),
        // The offers of a strict study are logical ones: no machine takes them away.
        CoordinatorStarted or AttemptLost when _isStrict => null,
        AttemptEnded ended when _isStrict && !ended.End.IsLogical() => null,
        PlacementOffered offered => Give(offered),
        PlacementWithdrawn withdrawn => Withdraw(withdrawn.Offer),
        CoordinatorStarted => Reopen(),
        TrialSuggested suggested => Use(suggested.Trial, suggested.Offer),
        TrialRetried retried => Use(retried.Attempt.Trial, retried.Offer),
        TrialPromoted promoted => Use(promoted.Attempt.Trial, promoted.Offer),
        AttemptEnded ended => Free(ended.Attempt.Trial, ended.End == AttemptEnd.LostWorker),
        AttemptLost lost => Free(lost.Attempt.Trial, true),
        TrialPaused paused => Free(paused.Trial, false),
        TrialStopped stopped => Free(stopped.Trial, false),
        TrialCompleted completed => Free(completed.Trial, false),
        TrialFailed failed => Free(failed.Trial, false),
        TrialCancelled cancelled => Free(cancelled.Trial, false),
        _ => null,
    };

    private string? Create(StudyCreated created)
    {
        _isStrict = created.Specification.Strict is not null;
        return null;
    }

    private string? Give(PlacementOffered offered)
    {
        foreach (Offer held in _offers.Values)
        {
            if (held.Worker == offered.Worker && held.Slots.Intersect(offered.Slots).Any())
                return $"no slot is over-committed: {offered.Worker} gave one that is held";
        }

        _offers.Add(offered.Offer, new Offer(offered.Worker, offered.Slots));
        return null;
    }

    private string? Withdraw(OfferId id)
    {
        if (!_offers.TryGetValue(id, out Offer? offer))
            return $"only held slots are given back: offer {id}";
        if (_used.ContainsValue(id))
            offer.IsWithdrawn = true;
        else
            _offers.Remove(id);
        return null;
    }

    private string? Reopen()
    {
        foreach (OfferId open in _offers.Keys.Except(_used.Values).ToArray())
            _offers.Remove(open);
        return null;
    }

    private string? Use(TrialNumber trial, OfferId id)
    {
        if (!_offers.ContainsKey(id) || _used.ContainsValue(id))
            return $"no slot is over-committed: offer {id} is not free for trial {trial}";
        _used[trial] = id;
        return null;
    }

    private string? Free(TrialNumber trial, bool isGone)
    {
        if (_used.Remove(trial, out OfferId id)
            && (isGone || _offers.GetValueOrDefault(id) is { IsWithdrawn: true }))
            _offers.Remove(id);
        return null;
    }

    private sealed record Offer(WorkerId Worker, IReadOnlyList<int> Slots)
    {
        internal bool IsWithdrawn { get; set; }
    }
}
