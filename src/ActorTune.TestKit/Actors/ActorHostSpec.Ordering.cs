using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Order and exclusion.</content>
public static partial class ActorHostSpec
{
    private static Task TellKeepsOrderOfSender(SpecRun run) =>
        SendersKeepOrder(run, (text, number) => new Note(text, number));

    private static Task TellKeepsControlOrder(SpecRun run) =>
        SendersKeepOrder(run, (text, number) => new ControlNote(text, number));

    private static async Task SendersKeepOrder(
        SpecRun run, Func<string, int, SpecMessage> message)
    {
        const int count = 100;
        string[] senders = ["a", "b", "c"];
        var target = run.Spawn("target", () => new SpecActor
        {
            Received = (_, note) => run.Seen.Add(note.ToString()),
        });
        foreach (var sender in senders)
        {
            run.Spawn(sender, () => new SpecActor
            {
                Started = _ =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        target.Tell(message(sender, i));
                    }
                },
            });
        }

        var seen = await run.Seen
            .WhenCount(run.Harness, count * senders.Length, "message").ConfigureAwait(false);
        foreach (var sender in senders)
        {
            SpecCheck.Sequence(
                Enumerable.Range(0, count).Select(i => $"{sender}{i}"),
                seen.Where(text => text.StartsWith(sender, StringComparison.Ordinal)),
                $"messages of sender {sender}");
        }
    }

    private static async Task ControlOvertakesData(SpecRun run)
    {
        var actor = run.Spawn("actor", () => new SpecActor
        {
            Received = (_, note) => run.Seen.Add(note.ToString()),
        });
        await run.InActor(actor, self =>
        {
            for (var i = 0; i < 3; i++)
            {
                self.Self.Tell(new Note("data", i));
            }

            self.Self.Tell(new ControlNote("control", 0));
            self.Self.Tell(new ControlNote("control", 1));
        }).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["control0", "control1", "data0", "data1", "data2"],
            await run.Seen.WhenCount(run.Harness, 5, "message").ConfigureAwait(false),
            "order of what waited together");
    }

    private static async Task HandlersNeverOverlap(SpecRun run)
    {
        const int senderCount = 8;
        const int count = 100;
        var inside = 0;
        var handled = 0;
        var target = run.Spawn("target", () => new SpecActor
        {
            Received = (_, _) =>
            {
                if (Interlocked.Exchange(ref inside, 1) != 0)
                {
                    run.Seen.Add("overlap");
                }

                // Not atomic on purpose: overlapping handlers would lose counts.
                handled++;
                Interlocked.Exchange(ref inside, 0);
                if (handled == senderCount * count)
                {
                    run.Seen.Add("all handled");
                }
            },
        });
        for (var i = 0; i < senderCount; i++)
        {
            run.Spawn($"sender{i}", () => new SpecActor
            {
                Started = _ => SendNotes(target, "note", count),
            });
        }

        var seen = await run.Seen.WhenSeen(run.Harness, "all handled", "sign")
            .ConfigureAwait(false);
        SpecCheck.Sequence(["all handled"], seen, "signs of the handler");
    }

    private static async Task TellFromManyThreads(SpecRun run)
    {
        var count = run.Harness.AcceptsManyThreads ? 5_000 : 50;
        string[] senders = ["a", "b", "c", "d"];
        var seen = new SpecRecord<string>();
        var left = senders.Length * count;
        var texts = new List<string>(left);
        var target = run.Spawn("target", () => new SpecActor
        {
            Received = (_, note) =>
            {
                texts.Add(note.ToString());
                if (--left == 0)
                {
                    seen.Add("all");
                }
            },
        });
        var sending = senders.Select(sender => run.Harness.AcceptsManyThreads
            ? Task.Run(() => SendNotes(target, sender, count))
            : Synchronously(() => SendNotes(target, sender, count)));
        await Task.WhenAll([.. sending]).ConfigureAwait(false);
        await seen.WhenSeen(run.Harness, "all", "sign").ConfigureAwait(false);
        foreach (var sender in senders)
        {
            SpecCheck.Sequence(
                Enumerable.Range(0, count).Select(i => $"{sender}{i}"),
                texts.Where(text => text.StartsWith(sender, StringComparison.Ordinal)),
                $"messages of thread {sender}");
        }
    }

    private static Task TellRefusesNull(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        SpecCheck.Throws<ArgumentNullException>(() => actor.Tell(null!), "Tell(null)");
        return Task.CompletedTask;
    }

    private static async Task MappedAddressTranslates(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        IActorRef<int> mapped = actor.Map((int number) => (SpecMessage)new Note("mapped", number));
        mapped.Tell(7);
        await run.Seen.WhenSeen(run.Harness, "mapped7", "message").ConfigureAwait(false);
        SpecCheck.Equal(actor.Path, mapped.Path, "path of a mapped address");
    }

    private static void SendNotes(IActorRef<SpecMessage> target, string text, int count)
    {
        for (var i = 0; i < count; i++)
        {
            target.Tell(new Note(text, i));
        }
    }

    private static Task Synchronously(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
