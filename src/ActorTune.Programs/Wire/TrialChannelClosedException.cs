namespace ActorTune.Programs.Wire;

/// <summary>The engine's side of a trial's channel is gone; the attempt cannot go on.</summary>
public sealed class TrialChannelClosedException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was waited for.</param>
    /// <param name="cause">The error behind it, or null.</param>
    public TrialChannelClosedException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
