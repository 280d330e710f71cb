using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Strict;

/// <summary>
/// Suggestions that are computed where they are asked for and arrive when somebody says so.
/// </summary>
internal sealed class LateSuggestions(ISampler sampler, Func<bool> isLate) : ISuggestions
{
    private (SuggestionRequest Request, SequenceNumber Basis, Suggestion Suggestion)? _computed;

    /// <inheritdoc/>
    public bool IsPending { get; private set; }

    /// <inheritdoc/>
    public (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head)
    {
        bool isKnown = _computed is { } known && known.Request == request
            && (known.Suggestion != Suggestion.Wait || known.Basis == head);
        if (!isKnown)
        {
            _computed = (request, head, sampler.Suggest(request));
            IsPending = isLate();
        }

        return IsPending ? null : (_computed!.Value.Suggestion, _computed.Value.Basis);
    }

    /// <summary>What was asked for is there.</summary>
    internal void Arrive() => IsPending = false;
}
