namespace ActorTune.Worker.Programs;

/// <summary>What a program runner tells. Every member may be called from any thread.</summary>
public interface ITrialProgramEvents
{
    /// <summary>The program runs.</summary>
    /// <param name="process">Its process id; null when it runs in this process.</param>
    void Started(int? process);

    /// <summary>The program reported.</summary>
    /// <param name="report">The report's ordinal, from 1, without a gap.</param>
    /// <param name="resource">The resource spent.</param>
    /// <param name="metrics">The numbers.</param>
    void Reported(long report, Resource resource, MetricSet metrics);

    /// <summary>A checkpoint is whole, under its name in the attempt's folder.</summary>
    /// <param name="resource">Its resource.</param>
    void Checkpointed(Resource resource);

    /// <summary>The program ended, and nothing that it started runs any more.</summary>
    /// <param name="end">How; Returned also when it was told to end.</param>
    /// <param name="message">What it or the system said about it; may be empty.</param>
    void Ended(AttemptEnd end, string message);
}
