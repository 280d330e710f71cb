using ActorTune.Strategies;

namespace ActorTune.Studies;

/// <summary>
/// Where deciding gets suggestions from: a sampler asked on the spot, or one that is asked
/// elsewhere and answers later.
/// </summary>
public interface ISuggestions
{
    /// <summary>
    /// The suggestion for a request with the event up to which the sampler knew the study, or
    /// null when it is not there yet: deciding is then repeated when it is.
    /// </summary>
    (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head);

    /// <summary>Whether a suggestion was asked for that is not there yet.</summary>
    /// <value>Default: false, who answers on the spot owes nothing.</value>
    bool IsPending => false;
}
