namespace ActorTune.Studies.Gates;

/// <summary>Where an attempt runs, and what it was told last.</summary>
internal sealed class MachinePlace(AttemptId attempt, OfferState offer)
{
    internal AttemptId Attempt { get; } = attempt;

    internal OfferState Offer { get; } = offer;

    internal WorkerId Worker => Offer.Worker;

    /// <summary>The last report that was acknowledged, and how far it was told to go.</summary>
    internal (long Report, Resource? Until) Told { get; set; }
}
