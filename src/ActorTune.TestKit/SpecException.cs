namespace ActorTune.TestKit;

/// <summary>An implementation broke a rule of its contract.</summary>
public sealed class SpecException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Which rule, what was expected and what was found.</param>
    public SpecException(string message)
        : base(message)
    {
    }
}
