namespace ActorTune.Journal;

/// <summary>A journal could not do what was asked. The message names the way out.</summary>
public sealed class JournalException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What follows from it.</param>
    /// <param name="message">What was refused, where, and the way out.</param>
    /// <param name="cause">The error underneath, if there was one.</param>
    public JournalException(JournalFailure failure, string message, Exception? cause = null)
        : base(message, cause) => Failure = failure;

    /// <summary>What follows from it.</summary>
    public JournalFailure Failure { get; }

    /// <summary>
    /// Whether trying again later can help without a change of build or settings.
    /// </summary>
    public bool MayPass => Failure is JournalFailure.Unavailable or JournalFailure.Full;
}
