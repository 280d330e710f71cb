using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>A user's actor between a probe and virtual time.</summary>
public sealed class ActorProbeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly SimulatedActorHost _host = new(seed: 1);
    private readonly ActorProbe<RoomMessage> _room;
    private readonly IActorRef<ThermostatMessage> _thermostat;

    public ActorProbeTests()
    {
        _room = new ActorProbe<RoomMessage>(_host, "room") { Patience = Minute };
        _thermostat = _host.Spawn("thermostat", () => new Thermostat(_room.Address));
    }

    [Fact]
    public void Messages_are_demanded_answered_and_ruled_out_in_virtual_time()
    {
        _room.ExpectNone(TimeSpan.FromSeconds(59));
        RoomMessage.HowWarm asked = _room.ExpectMessage<RoomMessage.HowWarm>();
        Assert.Equal(Minute, _host.Clock.Elapsed);

        _room.Send(asked.ReplyTo, new ThermostatMessage.Reading(15));
        _room.ExpectMessage<RoomMessage.Heat>(heat => heat.By == 3);
        _room.Send(asked.ReplyTo, new ThermostatMessage.Reading(21));
        _room.ExpectNone(TimeSpan.FromSeconds(59));
    }

    [Fact]
    public void The_end_of_an_actor_is_demanded_in_its_place()
    {
        _room.Watch(_thermostat);
        for (int reading = 0; reading < 3; reading++)
            _room.ExpectMessage<RoomMessage.HowWarm>();

        _room.ExpectStopped(_thermostat);
        _room.ExpectNone(TimeSpan.FromHours(1));
    }

    [Fact]
    public void A_reaction_answers_without_the_test()
    {
        int degrees = 10;
        _room.Reaction = message =>
        {
            if (message is RoomMessage.Heat heat)
                degrees += heat.By;
            else if (message is RoomMessage.HowWarm asked)
                asked.ReplyTo.Tell(new ThermostatMessage.Reading(degrees));
        };

        Assert.Equal(8, _room.WaitFor<RoomMessage.Heat>().By);
        _host.AdvanceBy(TimeSpan.FromMinutes(10));
        Assert.Equal(18, degrees);
    }

    [Fact]
    public void What_is_sent_as_the_probe_keeps_its_order()
    {
        _host.RunUntilIdle();
        for (int degrees = 0; degrees < 10; degrees++)
            _room.Send<ThermostatMessage>(_thermostat, new ThermostatMessage.Reading(degrees));

        for (int degrees = 0; degrees < 10; degrees++)
            Assert.Equal(18 - degrees, _room.ExpectMessage<RoomMessage.Heat>().By);
    }

    [Fact]
    public void A_demand_that_fails_lists_what_arrived_and_when()
    {
        _room.WaitFor<RoomMessage.HowWarm>();
        _room.Send<ThermostatMessage>(_thermostat, new ThermostatMessage.Reading(15));

        SpecException found = Assert.Throws<SpecException>(
            () => _room.ExpectMessage<RoomMessage.HowWarm>());
        Assert.Equal(
            """
            /room at 00:01:00: expected HowWarm, got 00:01:00 Heat { By = 3 }.
            Arrived so far:
              00:01:00 HowWarm { ReplyTo = /thermostat }
              00:01:00 Heat { By = 3 }
            Seed 1.
            """,
            found.Message);
    }

    [Fact]
    public void Nothing_in_time_something_unwanted_and_a_wrong_end_are_told_apart()
    {
        Assert.Contains(
            "expected HowWarm, got nothing within 00:00:01.\nArrived so far: nothing",
            Assert.Throws<SpecException>(() => _room.ExpectMessage<RoomMessage.HowWarm>(
                within: TimeSpan.FromSeconds(1))).Message);
        Assert.Contains(
            "expected nothing within 00:02:00, got 00:01:00 HowWarm",
            Assert.Throws<SpecException>(() => _room.ExpectNone(2 * Minute)).Message);
        Assert.Contains(
            "expected the end of /thermostat, got 00:01:00 HowWarm",
            Assert.Throws<SpecException>(() => _room.ExpectStopped(_thermostat)).Message);
        Assert.Contains(
            "expected a fitting HowWarm, got 00:02:00 HowWarm",
            Assert.Throws<SpecException>(
                () => _room.ExpectMessage<RoomMessage.HowWarm>(_ => false)).Message);
    }
}
