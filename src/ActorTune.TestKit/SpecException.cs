namespace ActorTune.TestKit;

/// <summary>An implementation does not keep its contract. The message names what was expected and
/// what was seen.</summary>
public sealed class SpecException : Exception
{
    /// <summary>Names the broken promise.</summary>
    /// <param name="message">What was expected and seen.</param>
    public SpecException(string message)
        : base(message)
    {
    }

    /// <summary>Names the broken promise and what revealed it.</summary>
    /// <param name="message">What was expected and seen.</param>
    /// <param name="inner">What revealed it.</param>
    public SpecException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
