using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Death watch.</content>
public static partial class ActorHostSpec
{
    private static async Task WatchFiresAfterLastMessage(SpecRun run)
    {
        const int count = 50;
        var watcher = SpawnRecorder(run, "watcher");
        var target = run.Spawn("target", () => new SpecActor());
        await run.InActor(watcher, self => self.Context.Watch(target, new Note("gone")))
            .ConfigureAwait(false);
        await run.InActor(target, self =>
        {
            SendNotes(watcher, "note", count);
            self.Context.Stop();
        }).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "gone0", "message").ConfigureAwait(false);
        await run.InActor(watcher, _ => true).ConfigureAwait(false);
        SpecCheck.Sequence(
            [.. Enumerable.Range(0, count).Select(i => $"note{i}"), "gone0"],
            run.Seen.Items,
            "messages of the watcher");
    }

    private static async Task WatchOfEndedActor(SpecRun run)
    {
        var watcher = SpawnRecorder(run, "watcher");
        var target = await SpawnEnded(run, "target").ConfigureAwait(false);
        await run.InActor(watcher, self => self.Context.Watch(target, new ControlNote("gone")))
            .ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "gone0", "message").ConfigureAwait(false);
        await run.InActor(watcher, self => SpecCheck.Throws<ArgumentException>(
            () => self.Context.Watch(self.Self, new Note("self")), "a watch of oneself"))
            .ConfigureAwait(false);
    }

    private static async Task WatchIgnoresRestart(SpecRun run)
    {
        var watcher = SpawnRecorder(run, "watcher");
        var target = run.Spawn("target", () => run.Reporter(), Restarting());
        await run.InActor(watcher, self => self.Context.Watch(target, new Note("gone")))
            .ConfigureAwait(false);
        await FailAndRestart(run, target).ConfigureAwait(false);
        await run.InActor(watcher, _ => run.Seen.Add("not yet")).ConfigureAwait(false);
        run.Host.Stop(target);
        await run.Seen.WhenSeen(run.Harness, "gone0", "message").ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "restarting", "started", "not yet", "stopped", "gone0"],
            run.Seen.Items,
            "signs of target and watcher");
    }

    private static async Task UnwatchSilences(SpecRun run)
    {
        var watcher = SpawnRecorder(run, "watcher");
        var silent = run.Spawn("silent", () => new SpecActor());
        await run.InActor(watcher, self =>
        {
            self.Context.Watch(silent, new Note("silent gone"));
            self.Context.Unwatch(silent);
            self.Context.Unwatch(silent);
        }).ConfigureAwait(false);
        run.Host.Stop(silent);
        await run.UntilStopped(silent).ConfigureAwait(false);
        await WatchSentinel(run, watcher).ConfigureAwait(false);
        SpecCheck.Sequence(["sentinel0"], run.Seen.Items, "messages of the watcher");
    }

    private static async Task WatchPassesFullMailbox(SpecRun run)
    {
        var target = await SpawnEnded(run, "target").ConfigureAwait(false);
        var watcher = SpawnRecorder(run, "watcher", DataCapacity(1));
        await run.InActor(watcher, self =>
        {
            self.Context.Watch(target, new Note("gone"));
            SendNotes(self.Self, "note", 3);
        }).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "gone0", "message").ConfigureAwait(false);
        await run.DeadLetters.WhenCount(run.Harness, 2, "dead letter").ConfigureAwait(false);
    }

    private static async Task RestartForgetsWatches(SpecRun run)
    {
        var target = run.Spawn("target", () => new SpecActor());
        var watcher = run.Spawn("watcher", () => run.Reporter(), Restarting());
        await run.InActor(watcher, self => self.Context.Watch(target, new Note("gone")))
            .ConfigureAwait(false);
        await FailAndRestart(run, watcher).ConfigureAwait(false);
        run.Host.Stop(target);
        await run.UntilStopped(target).ConfigureAwait(false);
        await WatchSentinel(run, watcher).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "restarting", "started", "sentinel0"],
            run.Seen.Items,
            "signs of the watcher");
    }

    private static async Task RestartForgetsFiredWatch(SpecRun run)
    {
        var target = await SpawnEnded(run, "target").ConfigureAwait(false);
        var watcher = run.Spawn("watcher", () => run.Reporter(), Restarting());
        watcher.Tell(new RunInActor(self =>
        {
            // The failure waits already, so the message of the watch waits behind it.
            self.Self.Tell(new RunInActor(_ => throw new SpecFailure("on purpose")));
            self.Context.Watch(target, new Note("gone"));
        }));
        await run.Failures.WhenCount(run.Harness, 1, "failure").ConfigureAwait(false);
        run.Harness.Advance(Second);
        await run.Seen.WhenCount(run.Harness, 3, "sign").ConfigureAwait(false);
        await WatchSentinel(run, watcher).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "restarting", "started", "sentinel0"],
            run.Seen.Items,
            "signs of the watcher");
        SpecCheck.Equal(0, run.Host.DeadLetterCount, "dead letters");
    }

    /// <summary>A watch whose message comes after all that was under way before it.</summary>
    private static async Task WatchSentinel(SpecRun run, IActorRef<SpecMessage> watcher)
    {
        var sentinel = await SpawnEnded(run, "sentinel").ConfigureAwait(false);
        await run.InActor(watcher, self => self.Context.Watch(sentinel, new Note("sentinel")))
            .ConfigureAwait(false);
        run.Harness.Advance(Millisecond);
        await run.Seen.WhenSeen(run.Harness, "sentinel0", "message").ConfigureAwait(false);
    }

    private static async Task<IActorRef<SpecMessage>> SpawnEnded(SpecRun run, string name)
    {
        var actor = run.Spawn(name, () => new SpecActor());
        run.Host.Stop(actor);
        await run.UntilStopped(actor).ConfigureAwait(false);
        return actor;
    }

    /// <summary>An actor that reports its messages and nothing else.</summary>
    private static IActorRef<SpecMessage> SpawnRecorder(
        SpecRun run, string name, ActorOptions? options = null) =>
        run.Spawn(
            name,
            () => new SpecActor { Received = (_, message) => run.Seen.Add(message.ToString()) },
            options);

    private static ActorOptions DataCapacity(int capacity) =>
        new() { Mailbox = new MailboxOptions { DataCapacity = capacity } };
}
