using System.Globalization;

namespace ActorTune.Actors;

/// <summary>No reply came before the deadline of an ask.</summary>
public sealed class AskTimeoutException : TimeoutException
{
    /// <summary>Names what was asked, of whom, and how long the reply was waited for.</summary>
    /// <param name="target">The actor that was asked.</param>
    /// <param name="messageType">The type of the message.</param>
    /// <param name="deadline">How long the reply was waited for.</param>
    public AskTimeoutException(ActorPath target, Type messageType, TimeSpan deadline)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Actor {target} did not reply to {messageType?.Name} within {deadline}. It may have "
            + $"stopped, be restarting, or have more work than it can do; see its dead letters."))
    {
        Target = target;
        MessageType = messageType!;
        Deadline = deadline;
    }

    /// <summary>The actor that was asked.</summary>
    public ActorPath Target { get; }

    /// <summary>The type of the message.</summary>
    public Type MessageType { get; }

    /// <summary>How long the reply was waited for.</summary>
    public TimeSpan Deadline { get; }
}
