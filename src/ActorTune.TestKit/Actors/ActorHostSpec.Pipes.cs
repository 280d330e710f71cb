using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Operations.</content>
public static partial class ActorHostSpec
{
    private static async Task PipeBringsValue(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self => self.Context.PipeToSelf(
            _ => ValueTask.FromResult(42), ToNote)).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "value42", "message").ConfigureAwait(false);
        var operation = new TaskCompletionSource<int>();
        await StartOperation(run, actor, operation).ConfigureAwait(false);
        run.Harness.Complete(() => operation.SetResult(43));
        await run.Seen.WhenSeen(run.Harness, "value43", "message").ConfigureAwait(false);
    }

    private static async Task PipeBringsError(SpecRun run)
    {
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self => self.Context.PipeToSelf<int>(
            _ => throw new SpecFailure("at once"), ToNote)).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "at once0", "message").ConfigureAwait(false);
        var operation = new TaskCompletionSource<int>();
        await StartOperation(run, actor, operation).ConfigureAwait(false);
        run.Harness.Complete(() => operation.SetException(new SpecFailure("later")));
        await run.Seen.WhenSeen(run.Harness, "later0", "message").ConfigureAwait(false);
        SpecCheck.Equal(0, run.Failures.Items.Count, "failures of the actor");
    }

    private static async Task PipeDoesNotHoldActor(SpecRun run)
    {
        var operation = new TaskCompletionSource<int>();
        var actor = SpawnRecorder(run, "actor");
        await run.InActor(actor, self => self.Context.PipeToSelf(
            _ => new ValueTask<int>(operation.Task), ToNote)).ConfigureAwait(false);
        actor.Tell(new Note("meanwhile"));
        await run.Seen.WhenSeen(run.Harness, "meanwhile0", "message").ConfigureAwait(false);
        run.Harness.Complete(() => operation.SetResult(7));
        SpecCheck.Sequence(
            ["meanwhile0", "value7"],
            await run.Seen.WhenCount(run.Harness, 2, "message").ConfigureAwait(false),
            "messages of the actor");
    }

    private static async Task PipeIsCancelledOnStop(SpecRun run)
    {
        var operation = new TaskCompletionSource<int>();
        var actor = SpawnRecorder(run, "actor");
        await StartOperation(run, actor, operation).ConfigureAwait(false);
        run.Host.Stop(actor);
        await run.UntilStopped(actor).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "cancelled", "sign").ConfigureAwait(false);
        run.Harness.Complete(() => operation.SetResult(7));
        run.Harness.Advance(Millisecond);
        SpecCheck.Sequence(["running", "cancelled"], run.Seen.Items, "signs of the operation");
        SpecCheck.Equal(0, run.Host.DeadLetterCount, "dead letters");
    }

    private static async Task PipeOfEarlierInstance(SpecRun run)
    {
        var operation = new TaskCompletionSource<int>();
        var actor = run.Spawn("actor", () => run.Reporter(), Restarting());
        await StartOperation(run, actor, operation).ConfigureAwait(false);
        await FailAndRestart(run, actor).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "cancelled", "sign").ConfigureAwait(false);
        run.Harness.Complete(() => operation.SetResult(7));
        run.Harness.Advance(Millisecond);
        await run.InActor(actor, _ => true).ConfigureAwait(false);
        SpecCheck.True(
            !run.Seen.Items.Contains("value7"),
            "the value for the earlier instance is dropped",
            string.Join(", ", run.Seen.Items));
    }

    private static async Task PipeMapFails(SpecRun run)
    {
        var actor = run.Spawn(
            "actor", () => run.Reporter(), Supervised(SupervisionStrategy.Stop));
        await run.InActor(actor, self => self.Context.PipeToSelf(
            _ => ValueTask.FromResult(42), _ => throw new SpecFailure("in the map")))
            .ConfigureAwait(false);
        var failures = await run.Failures.WhenCount(run.Harness, 1, "failure")
            .ConfigureAwait(false);
        var cause = failures[0].Cause;
        SpecCheck.True(
            cause is SpecFailure || cause.InnerException is SpecFailure,
            "the failure is that of the map",
            cause);
    }

    /// <summary>Starts an operation and waits until it runs.</summary>
    private static async Task StartOperation(
        SpecRun run, IActorRef<SpecMessage> actor, TaskCompletionSource<int> operation)
    {
        await run.InActor(actor, self => self.Context.PipeToSelf(
            cancellation =>
            {
                cancellation.Register(() => run.Seen.Add("cancelled"));
                run.Seen.Add("running");
                return new ValueTask<int>(operation.Task);
            },
            ToNote)).ConfigureAwait(false);
        await run.Seen.WhenSeen(run.Harness, "running", "sign").ConfigureAwait(false);
    }

    private static SpecMessage ToNote(PipeResult<int> result) => result.Match(
        value => new Note("value", value), error => new Note(error.Message));
}
