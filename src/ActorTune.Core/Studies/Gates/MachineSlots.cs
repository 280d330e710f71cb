namespace ActorTune.Studies.Gates;

/// <summary>The slots of machines that a strict study holds now. No journal knows them.</summary>
internal sealed class MachineSlots
{
    private readonly Dictionary<OfferId, OfferState> _offers = [];
    private readonly SortedSet<OfferId> _open = [];

    internal IReadOnlyDictionary<OfferId, OfferState> Offers => _offers;

    internal OfferId Next { get; private set; } = new(1);

    internal int OpenCount => _open.Count;

    internal OfferState Add(OfferId offer, WorkerId worker, IReadOnlyList<int> slots)
    {
        var state = new OfferState(offer, worker, slots);
        _offers.Add(offer, state);
        _open.Add(offer);
        Next = new OfferId(Math.Max(Next.Value, offer.Value + 1));
        return state;
    }

    /// <summary>Gives open slots to a trial, if there are any on another worker at best.</summary>
    internal OfferState? Take(TrialNumber trial, WorkerId? avoided)
    {
        OfferState? chosen = null;
        foreach (OfferId id in _open)
        {
            chosen ??= _offers[id];
            if (_offers[id].Worker == avoided)
                continue;
            chosen = _offers[id];
            break;
        }

        if (chosen is not null)
            Use(chosen, trial);
        return chosen;
    }

    internal void Use(OfferState offer, TrialNumber trial)
    {
        _open.Remove(offer.Offer);
        offer.Trial = trial;
    }

    internal void Free(OfferId id)
    {
        if (!_offers.TryGetValue(id, out OfferState? offer))
            return;
        offer.Trial = null;
        if (offer.IsWithdrawn)
            _offers.Remove(id);
        else
            _open.Add(id);
    }

    internal bool Withdraw(OfferId id)
    {
        if (!_offers.TryGetValue(id, out OfferState? offer) || offer.IsWithdrawn)
            return false;
        offer.IsWithdrawn = true;
        if (_open.Remove(id))
            _offers.Remove(id);
        return true;
    }

    internal void Remove(OfferId id)
    {
        _open.Remove(id);
        _offers.Remove(id);
    }

    internal void RemoveWorker(WorkerId worker)
    {
        foreach (OfferState offer in _offers.Values.ToArray())
        {
            if (offer.Worker == worker)
                Remove(offer.Offer);
        }
    }
}
