using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <content>Asks.</content>
public static partial class ActorHostSpec
{
    private static async Task AskReturnsReply(SpecRun run)
    {
        var actor = run.Spawn("actor", () => new SpecActor
        {
            Received = (_, message) =>
            {
                if (message is Question question)
                {
                    question.ReplyTo.Tell(2 * question.Number);
                }
            },
        });
        var reply = await run.Harness.ResultAsync(Ask(run, actor), "a reply")
            .ConfigureAwait(false);
        SpecCheck.Equal(42, reply, "reply");
    }

    private static async Task AskFailsAtDeadline(SpecRun run)
    {
        var actor = SpawnRecorder(run, "silent");
        var ask = Ask(run, actor);
        run.Harness.Advance((5 * Second) - Millisecond);
        SpecCheck.True(!ask.IsCompleted, "the ask goes on until its deadline");
        run.Harness.Advance(Millisecond);
        await run.Harness.WaitAsync(ask.ContinueWith(
            _ => true,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default), () => "the end of the ask").ConfigureAwait(false);
        var error = ask.Exception?.InnerException as AskTimeoutException;
        SpecCheck.True(error is not null, "an AskTimeoutException", ask.Exception);
        SpecCheck.Equal(actor.Path, error!.Target, "target of the error");
        SpecCheck.Equal(5 * Second, error.Deadline, "deadline of the error");
        foreach (var part in (string[])["/silent", nameof(Question), "00:00:05"])
        {
            SpecCheck.True(
                error.Message.Contains(part, StringComparison.Ordinal),
                $"the error says '{part}'",
                error.Message);
        }
    }

    private static Task AskCanBeCancelled(SpecRun run)
    {
        using var cancellation = new CancellationTokenSource();
        var actor = SpawnRecorder(run, "silent");
        var ask = Ask(run, actor, cancellation.Token);
        cancellation.Cancel();
        SpecCheck.True(ask.IsCanceled, "the ask is cancelled", ask.Status);
        return Task.CompletedTask;
    }

    private static async Task LateReplyIsDeadLetter(SpecRun run)
    {
        var questions = new SpecRecord<Question>();
        var actor = run.Spawn("actor", () => new SpecActor
        {
            Received = (_, message) => questions.Add((Question)message),
        });
        var ask = Ask(run, actor);
        var asked = await questions.WhenCount(run.Harness, 1, "question").ConfigureAwait(false);
        await run.InActor(actor, _ =>
        {
            asked[0].ReplyTo.Tell(1);
            asked[0].ReplyTo.Tell(2);
        }).ConfigureAwait(false);
        SpecCheck.Equal(
            1,
            await run.Harness.ResultAsync(ask, "the first reply").ConfigureAwait(false),
            "the first reply");
        var letters = await run.DeadLetters.WhenCount(run.Harness, 1, "dead letter")
            .ConfigureAwait(false);
        SpecCheck.Equal(DeadLetterReason.LateReply, letters[0].Reason, "reason");
        SpecCheck.Equal(2, (int)letters[0].Message, "message of the dead letter");
    }

    private static Task<int> Ask(
        SpecRun run, IActorRef<SpecMessage> actor, CancellationToken cancellation = default) =>
        run.Host.Ask(
            actor,
            (IActorRef<int> replyTo) => new Question(21, replyTo),
            5 * Second,
            cancellation);
}
