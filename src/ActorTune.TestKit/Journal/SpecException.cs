namespace ActorTune.TestKit.Journal;

/// <summary>An implementation does not do what its contract says.</summary>
public sealed class SpecException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was expected and what came instead.</param>
    public SpecException(string message)
        : base(message)
    {
    }
}
