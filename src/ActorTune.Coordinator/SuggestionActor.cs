namespace ActorTune.Coordinator;

/// <summary>
/// Computes suggestions beside the study actor, on a sampler of its own that is fed by committed
/// events alone: what a suggestion can know is fixed by its place among them.
/// </summary>
internal sealed class SuggestionActor(ISampler sampler, IActorRef<StudyMessage> study)
    : Actor<ToSuggestion>
{
    /// <inheritdoc/>
    protected override void Receive(ToSuggestion message)
    {
        if (message is not SuggestionWork work)
            throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        foreach (SuggestionStep step in work.Steps)
        {
            if (step.Change is { } change)
                sampler.Observe(change);
            else if (step.Wanted is { } wanted)
                study.Tell(Compute(wanted));
        }
    }

    // A sampler that throws is the study's problem to report; its state is as before.
    private StudyMessage Compute(WantedSuggestion wanted)
    {
        try
        {
            return new SuggestionReady(wanted, sampler.Suggest(wanted.Request));
        }
        catch (Exception error)
        {
            return new SuggestionFailed(wanted, error);
        }
    }
}
