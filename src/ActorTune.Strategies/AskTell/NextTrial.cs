namespace ActorTune.AskTell;

/// <summary>What to do with a free place to train.</summary>
public abstract record NextTrial
{
    private NextTrial()
    {
    }

    /// <summary>Nothing now: ask again once another request changed the state.</summary>
    public static NextTrial Wait { get; } = new WaitAnswer();

    /// <summary>The study has ended.</summary>
    public static NextTrial Finished { get; } = new FinishedAnswer();

    /// <summary>Train a trial.</summary>
    /// <param name="Attempt">The trial, and which of its executions this is.</param>
    /// <param name="Configuration">Its configuration.</param>
    /// <param name="Seed">Its seed, the same in every attempt.</param>
    /// <param name="From">
    /// The saved state to go on from: which attempt saved it, at which resource; null: from
    /// nothing.
    /// </param>
    /// <param name="Until">
    /// The resource of the next decision; null: train to the program's own end.
    /// </param>
    public sealed record Train(
        AttemptId Attempt,
        Configuration Configuration,
        ulong Seed,
        Checkpoint? From,
        Resource? Until) : NextTrial;

    private sealed record WaitAnswer : NextTrial;

    private sealed record FinishedAnswer : NextTrial;
}
