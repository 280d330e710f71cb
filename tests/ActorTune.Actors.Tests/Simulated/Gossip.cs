namespace ActorTune.Actors.Tests.Simulated;

/// <summary>Actors that chatter, to give a seed something to choose from.</summary>
internal static class Gossip
{
    public const int SenderCount = 3;
    public const int MessageCount = 6;

    public readonly record struct Word(int Sender, int Number);

    /// <summary>Runs all senders against one listener.</summary>
    /// <returns>The host, and what the listener heard, in order.</returns>
    public static (SimulatedActorHost Host, List<Word> Heard) Run(
        ulong seed, SimulationOptions? options = null)
    {
        var host = new SimulatedActorHost(seed, options ?? new SimulationOptions());
        var heard = new List<Word>();
        var listener = host.Spawn("listener", () => new Listener(heard));
        for (var i = 0; i < SenderCount; i++)
        {
            var number = i;
            host.Spawn($"sender{i}", () => new Sender(number, listener));
        }

        host.RunUntilIdle();
        return (host, heard);
    }

    private sealed class Listener(List<Word> heard) : Actor<Word>
    {
        protected override void Receive(Word message) => heard.Add(message);
    }

    private sealed class Sender(int number, IActorRef<Word> listener) : Actor<int>
    {
        protected override void OnStarted() => Context.Self.Tell(0);

        protected override void Receive(int message)
        {
            listener.Tell(new Word(number, message));
            if (message + 1 < MessageCount)
            {
                Context.Self.Tell(message + 1);
            }
        }
    }
}
