namespace ActorTune.Strategies;

/// <summary>What a trial scheduler does with a free slot.</summary>
public abstract record NextAction
{
    private NextAction()
    {
    }

    /// <summary>Nothing can be done now; it is asked again after every event.</summary>
    public static NextAction Wait { get; } = new WaitAction();

    /// <summary>
    /// The scheduler's plan is done: nothing will ever be started or promoted again.
    /// </summary>
    public static NextAction Finished { get; } = new FinishedAction();

    /// <summary>Start a new trial.</summary>
    /// <param name="Bracket">The bracket that it belongs to.</param>
    /// <param name="Until">
    /// The resource of its first decision; null lets the program run to its own end.
    /// </param>
    public sealed record StartNew(BracketIndex Bracket, Resource? Until) : NextAction
    {
        /// <summary>
        /// The trial from whose latest checkpoint the new one starts.
        /// </summary>
        /// <value>Default: none, it starts from nothing.</value>
        public TrialNumber? Donor { get; init; }

        /// <summary>The configuration, where the trial scheduler chooses it itself.</summary>
        /// <value>Default: none, the sampler is asked.</value>
        public Configuration? Configuration { get; init; }
    }

    /// <summary>Let a paused trial go on.</summary>
    /// <param name="Trial">The trial.</param>
    /// <param name="Until">The resource of its next decision.</param>
    /// <param name="Reason">Why it is promoted.</param>
    public sealed record Promote(TrialNumber Trial, Resource Until, DecisionReason Reason)
        : NextAction;

    private sealed record WaitAction : NextAction;

    private sealed record FinishedAction : NextAction;
}
