namespace ActorTune.Worker;

/// <summary>Turns what a program runner tells, from whatever thread, into messages.</summary>
internal sealed class ProgramEventRelay(IActorRef<AttemptMessage> attempt) : ITrialProgramEvents
{
    /// <inheritdoc/>
    public void Started(int? process) => attempt.Tell(new ProgramStarted(process));

    /// <inheritdoc/>
    public void Reported(long report, Resource resource, MetricSet metrics) =>
        attempt.Tell(new ProgramReported(report, resource, metrics));

    /// <inheritdoc/>
    public void Checkpointed(Resource resource) => attempt.Tell(new ProgramCheckpointed(resource));

    /// <inheritdoc/>
    public void Ended(AttemptEnd end, string message) =>
        attempt.Tell(new ProgramEnded(end, message));
}
