namespace ActorTune.Strategies;

/// <summary>The rule that chooses configurations.</summary>
public interface ISampler : IStrategyState
{
    /// <summary>
    /// A suggestion in the present state. It changes nothing: the same request in the same state
    /// gives the same answer, to the last bit.
    /// </summary>
    Suggestion Suggest(in SuggestionRequest request);
}
