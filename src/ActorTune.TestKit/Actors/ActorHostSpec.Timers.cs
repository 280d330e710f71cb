using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Timers.</content>
public static partial class ActorHostSpec
{
    private static async Task TimerFiresOnce(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self =>
            self.Context.StartTimer("timer", 5 * Second, new Note("tick"))).ConfigureAwait(false);
        run.Harness.Advance((5 * Second) - Millisecond);
        await run.InActor(actor, _ => run.Seen.Add("before")).ConfigureAwait(false);
        run.Harness.Advance(Millisecond);
        await run.Seen.WhenSeen(run.Harness, "tick0", "message").ConfigureAwait(false);
        run.Harness.Advance(TimeSpan.FromHours(1));
        await run.InActor(actor, _ => run.Seen.Add("after")).ConfigureAwait(false);
        SpecCheck.Sequence(["before", "tick0", "after"], run.Seen.Items, "signs of the actor");
    }

    private static async Task PeriodicTimerFires(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self =>
            self.Context.StartPeriodicTimer("timer", Second, new ControlNote("tick")))
            .ConfigureAwait(false);
        for (var i = 1; i <= 3; i++)
        {
            run.Harness.Advance(Second);
            await run.Seen.WhenCount(run.Harness, i, "tick").ConfigureAwait(false);
        }

        await run.InActor(actor, self => self.Context.CancelTimer("timer")).ConfigureAwait(false);
        run.Harness.Advance(10 * Second);
        await run.InActor(actor, _ => true).ConfigureAwait(false);
        SpecCheck.Sequence(["tick0", "tick0", "tick0"], run.Seen.Items, "ticks");
    }

    private static async Task CancelledTimerNeverArrives(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self =>
        {
            self.Context.StartTimer("first", Second, new Note("first"));
            self.Context.StartTimer("second", 2 * Second, new Note("second"));
            self.Context.CancelTimer("first");
            self.Context.CancelTimer("no such timer");
        }).ConfigureAwait(false);
        run.Harness.Advance(2 * Second);
        SpecCheck.Sequence(
            ["second0"],
            await run.Seen.WhenCount(run.Harness, 1, "message").ConfigureAwait(false),
            "messages of timers");
    }

    private static async Task FiredThenCancelledTimer(SpecRun run)
    {
        var actor = run.Spawn("actor", () => new SpecActor
        {
            Received = (self, message) =>
            {
                run.Seen.Add(message.ToString());
                self.Context.CancelTimer("cancelled");
            },
        });
        // Both fire at one instant; the control message is handled first and cancels the other,
        // whose message may wait in the data lane by then.
        await run.InActor(actor, self =>
        {
            self.Context.StartTimer("cancels", Second, new ControlNote("cancels"));
            self.Context.StartTimer("cancelled", Second, new Note("cancelled"));
            self.Context.StartTimer("last", 2 * Second, new Note("last"));
        }).ConfigureAwait(false);
        run.Harness.Advance(Second);
        await run.Seen.WhenSeen(run.Harness, "cancels0", "message").ConfigureAwait(false);
        run.Harness.Advance(Second);
        await run.Seen.WhenSeen(run.Harness, "last0", "message").ConfigureAwait(false);
        SpecCheck.Sequence(["cancels0", "last0"], run.Seen.Items, "messages of timers");
        SpecCheck.Equal(0, run.Host.DeadLetterCount, "dead letters");
    }

    private static async Task ReplacedTimerNeverArrives(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self =>
        {
            self.Context.StartTimer("timer", Second, new Note("old"));
            self.Context.StartTimer("timer", 2 * Second, new Note("new"));
        }).ConfigureAwait(false);
        run.Harness.Advance(2 * Second);
        SpecCheck.Sequence(
            ["new0"],
            await run.Seen.WhenCount(run.Harness, 1, "message").ConfigureAwait(false),
            "messages of timers");
    }

    private static async Task TimerOfEarlierInstance(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        await run.InActor(actor, self =>
            self.Context.StartTimer("timer", 10 * Second, new Note("old"))).ConfigureAwait(false);
        await FailAndRestart(run, actor).ConfigureAwait(false);
        run.Harness.Advance(TimeSpan.FromMinutes(1));
        await run.InActor(actor, _ => true).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "restarting", "started"], run.Seen.Items, "signs of the actor");
    }
}
