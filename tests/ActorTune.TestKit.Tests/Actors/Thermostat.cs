using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>An actor as a user may write one: reads a room every minute, heats it below 18 degrees,
/// and gives up after three readings that nobody answered.</summary>
internal sealed class Thermostat(IActorRef<RoomMessage> room) : Actor<ThermostatMessage>
{
    private int _unanswered;

    protected override void OnStarted() => Context.StartPeriodicTimer(
        "read", TimeSpan.FromMinutes(1), new ThermostatMessage.Read());

    protected override void Receive(ThermostatMessage message)
    {
        switch (message)
        {
            case ThermostatMessage.Read when _unanswered == 3:
                Context.Stop();
                break;
            case ThermostatMessage.Read:
                _unanswered++;
                room.Tell(new RoomMessage.HowWarm(Context.Self));
                break;
            case ThermostatMessage.Reading reading:
                _unanswered = 0;
                if (reading.Degrees < 18)
                    room.Tell(new RoomMessage.Heat(18 - reading.Degrees));
                break;
        }
    }
}

internal abstract record ThermostatMessage
{
    internal sealed record Read : ThermostatMessage;

    internal sealed record Reading(int Degrees) : ThermostatMessage;
}

internal abstract record RoomMessage
{
    internal sealed record HowWarm(IActorRef<ThermostatMessage> ReplyTo) : RoomMessage;

    internal sealed record Heat(int By) : RoomMessage;
}
