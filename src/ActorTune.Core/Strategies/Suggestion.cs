namespace ActorTune.Strategies;

/// <summary>A sampler's answer.</summary>
public abstract record Suggestion
{
    private Suggestion()
    {
    }

    /// <summary>Nothing to suggest until more is known.</summary>
    public static Suggestion Wait { get; } = new WaitSuggestion();

    /// <summary>There will never be another suggestion.</summary>
    public static Suggestion Exhausted { get; } = new ExhaustedSuggestion();

    /// <summary>A configuration to try.</summary>
    /// <param name="Configuration">The configuration.</param>
    public sealed record Suggested(Configuration Configuration) : Suggestion;

    private sealed record WaitSuggestion : Suggestion;

    private sealed record ExhaustedSuggestion : Suggestion;
}
