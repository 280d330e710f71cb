namespace ActorTune.Studies.Events;

/// <summary>
/// Slots of one worker were given to the study. It uses them for one attempt after another until
/// they are withdrawn: an attempt that ends leaves the offer open again.
/// </summary>
/// <param name="Offer">The offer's number.</param>
/// <param name="Worker">The worker.</param>
/// <param name="Slots">The indices of its device slots.</param>
public sealed record PlacementOffered(OfferId Offer, WorkerId Worker, IReadOnlyList<int> Slots)
    : StudyFact
{
    /// <inheritdoc/>
    public bool Equals(PlacementOffered? other) =>
        other is not null && Offer == other.Offer && Worker == other.Worker
        && Slots.SequenceEqual(other.Slots);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((int)Offer.Value);
}

/// <summary>
/// Slots were taken back: at once when they are open, otherwise when the attempt on them ends.
/// </summary>
/// <param name="Offer">The offer.</param>
public sealed record PlacementWithdrawn(OfferId Offer) : StudyFact;
