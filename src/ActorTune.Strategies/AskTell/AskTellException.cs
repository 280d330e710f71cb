namespace ActorTune.AskTell;

/// <summary>A request to a study that makes no sense in its state. It changed nothing.</summary>
public sealed class AskTellException : Exception
{
    /// <summary>Creates the refusal.</summary>
    /// <param name="message">What was refused, and the way out.</param>
    public AskTellException(string message)
        : base(message)
    {
    }
}
