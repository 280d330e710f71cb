using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Capacity and dead letters.</content>
public static partial class ActorHostSpec
{
    private static async Task FullLaneMakesDeadLetters(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor", DataCapacity(5));
        await run.InActor(actor, self => SendNotes(self.Self, "note", 8)).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["note0", "note1", "note2", "note3", "note4"],
            await run.Seen.WhenCount(run.Harness, 5, "message").ConfigureAwait(false),
            "messages that found a place");
        SpecCheck.Equal(3, run.Host.DeadLetterCount, "count of dead letters");
        SpecCheck.Sequence(
            ["note5", "note6", "note7"],
            run.DeadLetters.Items.Select(letter => $"{letter.Message}"),
            "dead letters");
        SpecCheck.True(
            run.DeadLetters.Items.All(letter =>
                letter.Reason == DeadLetterReason.MailboxFull && letter.Recipient == actor.Path),
            "each names its recipient and that the mailbox was full",
            run.DeadLetters.Items[0]);
    }

    private static async Task FullDataLaneLeavesControl(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor", DataCapacity(2));
        await run.InActor(actor, self =>
        {
            SendNotes(self.Self, "note", 3);
            self.Self.Tell(new ControlNote("control"));
        }).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["control0", "note0", "note1"],
            await run.Seen.WhenCount(run.Harness, 3, "message").ConfigureAwait(false),
            "messages that found a place");
        SpecCheck.Equal(1, run.Host.DeadLetterCount, "count of dead letters");
    }

    private static async Task DrainedLaneAcceptsAgain(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor", DataCapacity(5));
        for (var round = 1; round <= 3; round++)
        {
            await run.InActor(actor, self => SendNotes(self.Self, "note", 5))
                .ConfigureAwait(false);
            await run.Seen.WhenCount(run.Harness, 5 * round, "message").ConfigureAwait(false);
        }

        SpecCheck.Equal(0, run.Host.DeadLetterCount, "count of dead letters");
    }

    private static async Task EndedActorMakesDeadLetters(SpecRun run)
    {
        var actor = await SpawnEnded(run, "actor").ConfigureAwait(false);
        SendNotes(actor, "note", 3);
        var letters = await run.DeadLetters.WhenCount(run.Harness, 3, "dead letter")
            .ConfigureAwait(false);
        SpecCheck.True(
            letters.All(letter =>
                letter.Reason == DeadLetterReason.ActorStopped && letter.Recipient == actor.Path),
            "each names its recipient and that the actor has stopped",
            letters[0]);
    }

    private static async Task WaitingMessagesBecomeDeadLetters(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter());
        await run.InActor(actor, self =>
        {
            SendNotes(self.Self, "note", 4);
            self.Context.Stop();
        }).ConfigureAwait(false);
        await run.UntilStopped(actor).ConfigureAwait(false);
        await run.DeadLetters.WhenCount(run.Harness, 4, "dead letter").ConfigureAwait(false);
        SpecCheck.Sequence(["started", "stopped"], run.Seen.Items, "signs of the actor");
    }
}
