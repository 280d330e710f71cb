namespace ActorTune.Studies;

/// <summary>Slots that the study holds.</summary>
public sealed class OfferState
{
    internal OfferState(OfferId offer, WorkerId worker, IReadOnlyList<int> slots)
    {
        Offer = offer;
        Worker = worker;
        Slots = slots;
    }

    /// <summary>The offer's number.</summary>
    public OfferId Offer { get; }

    /// <summary>The worker whose slots they are.</summary>
    public WorkerId Worker { get; }

    /// <summary>The indices of the device slots.</summary>
    public IReadOnlyList<int> Slots { get; }

    /// <summary>The trial that uses them, or null while they are open.</summary>
    public TrialNumber? Trial { get; internal set; }

    /// <summary>Whether they go back as soon as the trial that uses them ends.</summary>
    public bool IsWithdrawn { get; internal set; }
}
