namespace ActorTune.Coordinator;

/// <summary>
/// Suggestions that another actor computes: what is asked for is noted at its place among the
/// changes, what has arrived is found when deciding is repeated.
/// </summary>
internal sealed class WantedSuggestions : ISuggestions
{
    private List<SuggestionStep> _steps = [];
    private WantedSuggestion? _wanted;
    private (WantedSuggestion Wanted, Suggestion Suggestion)? _ready;

    /// <inheritdoc/>
    public bool IsPending => _wanted is not null;

    /// <inheritdoc/>
    public (Suggestion Suggestion, SequenceNumber Basis)? Find(
        in SuggestionRequest request, SequenceNumber head)
    {
        if (_ready is { } ready && ready.Wanted.Request == request
            && (ready.Suggestion != Suggestion.Wait || ready.Wanted.Basis == head))
            return (ready.Suggestion, ready.Wanted.Basis);
        if (_wanted is null || _wanted.Request != request)
            Want(new WantedSuggestion(request, head));
        return null;
    }

    internal void Note(TrialChange change) => _steps.Add(new SuggestionStep(change, null));

    /// <summary>
    /// Takes what was computed; an answer to a request that was replaced is dropped.
    /// </summary>
    internal bool Arrive(WantedSuggestion wanted, Suggestion suggestion)
    {
        if (wanted != _wanted)
            return false;
        _wanted = null;
        _ready = (wanted, suggestion);
        return true;
    }

    /// <summary>The work noted since the last call.</summary>
    internal IReadOnlyList<SuggestionStep> TakeSteps()
    {
        if (_steps.Count == 0)
            return [];
        List<SuggestionStep> taken = _steps;
        _steps = [];
        return taken;
    }

    private void Want(WantedSuggestion wanted)
    {
        _ready = null;
        _wanted = wanted;
        _steps.Add(new SuggestionStep(null, wanted));
    }
}
