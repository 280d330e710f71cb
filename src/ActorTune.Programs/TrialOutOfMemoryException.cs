namespace ActorTune.Programs;

/// <summary>
/// The program ran out of memory, on the host or on its device. Throw it where the training
/// library reports that with an error of its own, so that the attempt counts as out of memory and
/// is tried again alone on the device. <see cref="OutOfMemoryException"/> counts alike.
/// </summary>
public sealed class TrialOutOfMemoryException : Exception
{
    /// <summary>Creates the error without a cause.</summary>
    /// <param name="message">What did not fit.</param>
    public TrialOutOfMemoryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with the library's own as its cause.</summary>
    /// <param name="message">What did not fit.</param>
    /// <param name="cause">The library's error.</param>
    public TrialOutOfMemoryException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
