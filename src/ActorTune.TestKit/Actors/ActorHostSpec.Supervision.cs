using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Failure and restart.</content>
public static partial class ActorHostSpec
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    private static ActorOptions Restarting(
        int maxRestarts = 10, RestartLimitAction onLimit = RestartLimitAction.Escalate) => new()
        {
            Supervision = new RestartStrategy
            {
                MinBackoff = Second,
                MaxBackoff = 5 * Second,
                ResetAfter = TimeSpan.FromHours(1),
                MaxRestarts = maxRestarts,
                OnLimit = onLimit,
            },
        };

    private static ActorOptions Supervised(SupervisionStrategy strategy) =>
        new() { Supervision = strategy };

    /// <summary>Fails an actor that reports "started", and lets it restart.</summary>
    private static async Task FailAndRestart(
        SpecRun run, IActorRef<SpecMessage> actor, string started = "started")
    {
        var failure = await run.Fail(actor).ConfigureAwait(false);
        var count = run.Seen.Items.Count(text => text == started);
        SpecCheck.Equal(ActorFailureOutcome.Restart, failure.Outcome, "outcome of a failure");
        run.Harness.Advance(failure.Backoff);
        await run.Seen.WhenItems(
            run.Harness, items => items.Count(text => text == started) > count, started)
            .ConfigureAwait(false);
    }

    private static async Task RestartResetsState(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        await run.InActor(actor, _ => true).ConfigureAwait(false);
        await FailAndRestart(run, actor).ConfigureAwait(false);
        SpecCheck.Equal(
            1,
            await run.InActor(actor, self => self.HandledCount).ConfigureAwait(false),
            "messages that the new instance knows of");
    }

    private static async Task BackoffDoubles(SpecRun run)
    {
        var startTimes = new SpecRecord<DateTimeOffset>();
        var actor = run.Spawn(
            "actor",
            () => new SpecActor { Started = self => startTimes.Add(self.Context.Time.GetUtcNow()) },
            Restarting());
        await startTimes.WhenCount(run.Harness, 1, "start").ConfigureAwait(false);
        int[] expectedSeconds = [1, 2, 4, 5, 5];
        for (var i = 0; i < expectedSeconds.Length; i++)
        {
            var failedAt = run.Host.Time.GetUtcNow();
            var failure = await run.Fail(actor).ConfigureAwait(false);
            var expected = expectedSeconds[i] * Second;
            SpecCheck.Equal(expected, failure.Backoff, $"backoff of restart {i + 1}");
            SpecCheck.Equal(i + 1, failure.RestartNumber, "number of the restart");
            run.Harness.Advance(expected - Millisecond);
            run.Harness.Advance(Millisecond);
            var starts = await startTimes.WhenCount(run.Harness, i + 2, "start")
                .ConfigureAwait(false);
            SpecCheck.Equal(failedAt + expected, starts[^1], $"time of restart {i + 1}");
        }
    }

    private static async Task LongRunResetsBackoff(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting(maxRestarts: 2));
        await FailAndRestart(run, actor).ConfigureAwait(false);
        await FailAndRestart(run, actor).ConfigureAwait(false);
        run.Harness.Advance(TimeSpan.FromHours(1));
        var failure = await run.Fail(actor).ConfigureAwait(false);
        SpecCheck.Equal(ActorFailureOutcome.Restart, failure.Outcome, "outcome after a long run");
        SpecCheck.Equal(Second, failure.Backoff, "backoff after a long run");
    }

    private static async Task FailingStartIsSupervised(SpecRun run)
    {
        var startCount = 0;
        run.Spawn(
            "actor",
            () => new SpecActor
            {
                Started = _ =>
                {
                    if (++startCount <= 2)
                    {
                        throw new SpecFailure($"start {startCount}");
                    }

                    run.Seen.Add("started");
                },
            },
            Restarting());
        await run.Failures.WhenCount(run.Harness, 1, "failure").ConfigureAwait(false);
        run.Harness.Advance(Second);
        await run.Failures.WhenCount(run.Harness, 2, "failure").ConfigureAwait(false);
        run.Harness.Advance(2 * Second);
        await run.Seen.WhenSeen(run.Harness, "started", "sign").ConfigureAwait(false);
    }

    private static async Task RestartLimitStops(SpecRun run)
    {
        var actor = run.Spawn(
            "actor", () => run.Reporter(), Restarting(2, RestartLimitAction.Stop));
        await FailAndRestart(run, actor).ConfigureAwait(false);
        await FailAndRestart(run, actor).ConfigureAwait(false);
        var last = await run.Fail(actor).ConfigureAwait(false);
        SpecCheck.Equal(ActorFailureOutcome.Stop, last.Outcome, "outcome after the limit");
        await run.UntilStopped(actor).ConfigureAwait(false);
        SpecCheck.True(!run.Host.RootFailure.IsCompleted, "no failure reached the host");
    }

    private static async Task RestartLimitEscalates(SpecRun run)
    {
        var children = new SpecRecord<IActorRef<SpecMessage>>();
        run.Spawn(
            "parent",
            () => new SpecActor
            {
                Started = self => children.Add(self.Context.Spawn(
                    "child", () => run.Reporter("child "), Restarting(maxRestarts: 0))),
            },
            Restarting());
        var first = await children.WhenCount(run.Harness, 1, "child").ConfigureAwait(false);
        first[0].Tell(new RunInActor(_ => throw new SpecFailure("on purpose")));
        var failures = await run.Failures.WhenCount(run.Harness, 2, "failure")
            .ConfigureAwait(false);
        var ofChild = failures.Single(failure => failure.Actor == first[0].Path);
        SpecCheck.Equal(ActorFailureOutcome.Escalate, ofChild.Outcome, "outcome of the child");
        var ofParent = failures.Single(failure => failure.Actor != first[0].Path);
        SpecCheck.Equal(ActorFailureOutcome.Restart, ofParent.Outcome, "outcome of the parent");
        var cause = ofParent.Cause as ActorEscalationException;
        SpecCheck.Equal(first[0].Path, cause?.Child ?? default, "child named by the escalation");
        SpecCheck.True(cause?.InnerException is SpecFailure, "the cause is kept", ofParent.Cause);
        run.Harness.Advance(Second);
        await children.WhenCount(run.Harness, 2, "child").ConfigureAwait(false);
    }

    private static async Task StopStrategyEnds(SpecRun run)
    {
        var actor = run.Spawn(
            "actor", () => run.Reporter(), Supervised(SupervisionStrategy.Stop));
        var failure = await run.Fail(actor).ConfigureAwait(false);
        SpecCheck.Equal(ActorFailureOutcome.Stop, failure.Outcome, "outcome of the failure");
        await run.UntilStopped(actor).ConfigureAwait(false);
        SpecCheck.Sequence(["started", "stopped"], run.Seen.Items, "signs of the actor");
    }

    private static async Task RootEscalates(SpecRun run)
    {
        var actor = run.Spawn(
            "actor", () => run.Reporter(), Supervised(SupervisionStrategy.Escalate));
        await run.Fail(actor, "beyond repair").ConfigureAwait(false);
        var failure = await run.Harness.ResultAsync(
            run.Host.RootFailure, "a failure that reaches the host").ConfigureAwait(false);
        SpecCheck.Equal(actor.Path, failure.Actor, "actor of the failure");
        SpecCheck.Equal("beyond repair", failure.Cause.Message, "cause of the failure");
        await run.UntilStopped(actor).ConfigureAwait(false);
    }

    private static async Task RestartEndsChildren(SpecRun run)
    {
        var parent = run.Spawn(
            "parent",
            () => Branch(run, "parent ", _ => run.Reporter("child ")),
            Restarting());
        await run.Seen.WhenSeen(run.Harness, "child started", "sign").ConfigureAwait(false);
        await FailAndRestart(run, parent, "parent started").ConfigureAwait(false);
        var seen = run.Seen.Items.ToList();
        var end = seen.IndexOf("child stopped");
        SpecCheck.True(
            end >= 0 && end < seen.LastIndexOf("parent started"),
            "the child ends before the new instance starts",
            string.Join(", ", seen));
    }

    private static async Task OneGoodbyePerInstance(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        await FailAndRestart(run, actor).ConfigureAwait(false);
        run.Host.Stop(actor);
        await run.UntilStopped(actor).ConfigureAwait(false);
        SpecCheck.Sequence(
            ["started", "restarting", "started", "stopped"],
            run.Seen.Items,
            "signs of two instances");
    }

    private static async Task FailingGoodbyeChangesNothing(SpecRun run)
    {
        var actor = run.Spawn(
            "actor",
            () => new SpecActor
            {
                Started = _ => run.Seen.Add("started"),
                Restarting = (_, _) => throw new SpecFailure("in OnRestarting"),
                Stopped = _ => throw new SpecFailure("in OnStopped"),
            },
            Restarting());
        await FailAndRestart(run, actor).ConfigureAwait(false);
        run.Host.Stop(actor);
        await run.UntilStopped(actor).ConfigureAwait(false);
        SpecCheck.Equal(1, run.Failures.Items.Count, "failures");
    }

    private static async Task StopDuringBackoff(SpecRun run)
    {
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        await run.Fail(actor).ConfigureAwait(false);
        run.Host.Stop(actor);
        await run.UntilStopped(actor).ConfigureAwait(false);
        run.Harness.Advance(TimeSpan.FromHours(1));
        SpecCheck.Sequence(["started", "restarting"], run.Seen.Items, "signs of the actor");
    }

    private static async Task RestartKeepsOrCounts(SpecRun run)
    {
        const int count = 3;
        run.Host.DeadLettered += letter => run.Seen.Add($"dead {letter.Message}");
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        actor.Tell(new RunInActor(self =>
        {
            SendNotes(self.Self, "note", count);
            throw new SpecFailure("on purpose");
        }));
        await run.Failures.WhenCount(run.Harness, 1, "failure").ConfigureAwait(false);
        run.Harness.Advance(Second);
        var notes = await run.Seen.WhenItems(
            run.Harness,
            items => items.Count(IsNote) == count,
            $"{count} messages, handled or dead").ConfigureAwait(false);
        var fates = notes.Where(IsNote).Select(text => text.Replace("dead ", "")).ToArray();
        SpecCheck.Sequence(["note0", "note1", "note2"], fates, "messages over a restart");

        static bool IsNote(string text) => text.Contains("note", StringComparison.Ordinal);
    }
}
