using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Studies.Effects;

namespace ActorTune.Cli.AskTell;

/// <summary>The requests that give trials out, take their results in and end them.</summary>
internal sealed class TrialOperations(AskTellStudy study, Utf8JsonWriter writer)
{
    internal void Next(AskTellRequest request) => Give(request, study.Next);

    internal void Ask(AskTellRequest request) => Give(request, study.Ask);

    internal void Report(AskTellRequest request)
    {
        long resource = request.Whole("resource")
            ?? throw new AskTellException("report needs \"resource\"");
        if (resource < 1)
            throw new AskTellException($"\"resource\" must be at least 1, got {resource}");
        TrialNumber trial = Number(request);
        MetricSet metrics = RequestMetrics.Read(request, study.State.Specification);
        request.RefuseUnknown();
        ReportAnswer answer = study.Report(trial, new Resource(resource), metrics);
        writer.WriteString("decision", Numbers.Word(answer.Decision));
        if (answer.Decision == AttemptInstruction.Continue)
            writer.WriteUntil(answer.Until);
    }

    internal void Tell(AskTellRequest request)
    {
        string status = request.Text("status") ?? "completed";
        if (status == "failed")
        {
            Fail(request);
            return;
        }

        if (status != "completed")
            throw new AskTellException($"\"status\" must be completed or failed, got '{status}'");
        MetricSet metrics = RequestMetrics.Read(request, study.State.Specification);
        if (request.Find("configuration") is { } json)
        {
            request.RefuseUnknown();
            WriteStatus(study.Tell(
                JsonConfiguration.Read(json, study.State.Specification.SearchSpace), metrics));
            return;
        }

        TrialNumber trial = Number(request);
        request.RefuseUnknown();
        study.Tell(trial, metrics);
        WriteStatus(trial);
    }

    internal void Fail(AskTellRequest request)
    {
        TrialNumber trial = Number(request);
        string message = request.Text("message") ?? string.Empty;
        AttemptEnd end = EndOf(request.Text("kind"));
        request.Text("status");
        request.RefuseUnknown();
        study.Fail(trial, end, message);
        WriteStatus(trial);
    }

    internal void Complete(AskTellRequest request)
    {
        study.Complete(Number(request));
        WriteStatus(Number(request));
    }

    internal void Enqueue(AskTellRequest request)
    {
        JsonElement json = request.Find("configuration")
            ?? throw new AskTellException("enqueue needs \"configuration\"");
        request.RefuseUnknown();
        study.Enqueue(JsonConfiguration.Read(json, study.State.Specification.SearchSpace));
        writer.WriteNumber("enqueued", study.State.Enqueued.Count);
    }

    internal void Cancel(AskTellRequest request)
    {
        TrialNumber? trial = request.Has("trial") ? Number(request) : null;
        request.RefuseUnknown();
        if (trial is { } one)
        {
            if (one.Value < study.State.Trials.Count)
                study.Cancel(one);
            WriteStatus(one);
            return;
        }

        study.Cancel();
        writer.WriteString("study", "cancelled");
    }

    private void Give(AskTellRequest request, Func<NextTrial> next)
    {
        long? count = request.Whole("count");
        request.RefuseUnknown();
        if (count is null)
        {
            WriteNext(next());
            return;
        }

        if (count < 1)
            throw new AskTellException($"\"count\" must be at least 1, got {count}");
        writer.WriteStartArray("actions");
        for (long i = 0; i < count; i++)
        {
            NextTrial answer = next();
            writer.WriteStartObject();
            WriteNext(answer);
            writer.WriteEndObject();
            if (answer is not NextTrial.Train)
                break;
        }

        writer.WriteEndArray();
    }

    private void WriteNext(NextTrial answer)
    {
        if (answer is not NextTrial.Train train)
        {
            writer.WriteString("action", answer == NextTrial.Wait ? "wait" : "finished");
            return;
        }

        writer.WriteString("action", train.Attempt.Number == 1 ? "start" : "resume");
        writer.WriteNumber("trial", train.Attempt.Trial.Value);
        writer.WriteConfiguration(train.Configuration);
        writer.WriteNumber("seed", train.Seed);
        writer.WriteNumber("attempt", train.Attempt.Number);
        writer.WriteNumber("from", train.From?.Resource.Units ?? 0);
        if (train.From is { } from && from.Attempt.Trial != train.Attempt.Trial)
            writer.WriteNumber("from-trial", from.Attempt.Trial.Value);
        writer.WriteUntil(train.Until);
    }

    private static AttemptEnd EndOf(string? kind) => kind switch
    {
        null or "error" => AttemptEnd.Error,
        "out-of-memory" => AttemptEnd.OutOfMemory,
        "hang" => AttemptEnd.Hang,
        "lost-worker" => AttemptEnd.LostWorker,
        "diverged" => AttemptEnd.Diverged,
        "time-limit" => AttemptEnd.TimeLimit,
        _ => throw new AskTellException(
            $"there is no kind '{kind}'; there are error, out-of-memory, hang, lost-worker, "
            + "diverged, time-limit"),
    };

    private static TrialNumber Number(AskTellRequest request) => new(request.Trial());

    private void WriteStatus(TrialNumber number)
    {
        if (number.Value >= study.State.Trials.Count)
            throw new AskTellException($"there is no trial {number}");
        writer.WriteNumber("trial", number.Value);
        writer.WriteString("status", Numbers.Word(study.State.Trial(number).Status));
    }
}
