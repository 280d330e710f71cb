namespace ActorTune.Actors;

/// <summary>
/// Marks a message that travels in the control lane: waiting control messages are handled before
/// waiting data messages. Within each lane the order per sender is first in, first out.
/// </summary>
public interface IControlMessage;
