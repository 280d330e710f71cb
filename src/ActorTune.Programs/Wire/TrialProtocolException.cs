namespace ActorTune.Programs.Wire;

/// <summary>The other side of a trial's channel sent what the protocol does not know.</summary>
public sealed class TrialProtocolException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was refused and what was expected.</param>
    /// <param name="cause">The error behind it, or null.</param>
    public TrialProtocolException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
