namespace ActorTune.TestKit.Strategies;

/// <summary>What goes wrong in a driven study, as chances for each step.</summary>
internal sealed record DriverFaults
{
    /// <summary>The running trial fails for good.</summary>
    internal double Failures { get; init; }

    /// <summary>Its attempt is interrupted and repeated from nothing.</summary>
    internal double LostWorkers { get; init; }

    /// <summary>A person cancels some trial.</summary>
    internal double Cancellations { get; init; }

    /// <summary>Its program returns by itself, having reported at least once.</summary>
    internal double Returns { get; init; }

    /// <summary>A report skips up to four units.</summary>
    internal double Leaps { get; init; }

    /// <summary>The resource at which a program without a decision point returns.</summary>
    internal long OwnEnd { get; init; } = 3;
}
