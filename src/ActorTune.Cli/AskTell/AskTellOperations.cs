using System.Text.Json;
using ActorTune.Cli.Explaining;
using ActorTune.Cli.Output;
using ActorTune.Studies.Effects;

namespace ActorTune.Cli.AskTell;

/// <summary>Carries out the requests about one study and writes their answers.</summary>
internal sealed class AskTellOperations(AskTellStudy study, Utf8JsonWriter writer)
{
    internal void Answer(AskTellRequest request)
    {
        switch (request.Op)
        {
            case "next":
                Give(request, study.Next);
                break;
            case "ask":
                Give(request, study.Ask);
                break;
            case "report":
                Report(request);
                break;
            case "tell":
                Tell(request);
                break;
            case "fail":
                Fail(request);
                break;
            case "complete":
                study.Complete(Number(request));
                WriteStatus(Number(request));
                break;
            default:
                AnswerRest(request);
                break;
        }
    }

    private void AnswerRest(AskTellRequest request)
    {
        switch (request.Op)
        {
            case "enqueue":
                Enqueue(request);
                break;
            case "cancel":
                Cancel(request);
                break;
            case "best":
                request.RefuseUnknown();
                WriteBest();
                break;
            case "explain":
                Explain(request);
                break;
            case "importance":
                StudyImportance.Write(request, study.State, writer);
                break;
            case "running":
                request.RefuseUnknown();
                WriteRunning();
                break;
            case "save":
                SavedStudy.Write(request, study.Entries, writer);
                break;
            default:
                throw new AskTellException(
                    $"there is no op '{request.Op}'; there are hello, create, next, ask, report, "
                    + "tell, fail, complete, enqueue, cancel, best, explain, importance, running, "
                    + "save, load");
        }
    }

    private static TrialNumber Number(AskTellRequest request) => new(request.Trial());

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
        WriteUntil(train.Until);
    }

    private void WriteUntil(Resource? until)
    {
        if (until is { } level)
            writer.WriteNumber("until", level.Units);
    }

    private void Report(AskTellRequest request)
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
            WriteUntil(answer.Until);
    }

    private void Tell(AskTellRequest request)
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

    private void Fail(AskTellRequest request)
    {
        TrialNumber trial = Number(request);
        string message = request.Text("message") ?? string.Empty;
        AttemptEnd end = request.Text("kind") switch
        {
            null or "error" => AttemptEnd.Error,
            "out-of-memory" => AttemptEnd.OutOfMemory,
            "hang" => AttemptEnd.Hang,
            "lost-worker" => AttemptEnd.LostWorker,
            "diverged" => AttemptEnd.Diverged,
            "time-limit" => AttemptEnd.TimeLimit,
            var kind => throw new AskTellException(
                $"there is no kind '{kind}'; there are error, out-of-memory, hang, lost-worker, "
                + "diverged, time-limit"),
        };
        request.Text("status");
        request.RefuseUnknown();
        study.Fail(trial, end, message);
        WriteStatus(trial);
    }

    private void Enqueue(AskTellRequest request)
    {
        JsonElement json = request.Find("configuration")
            ?? throw new AskTellException("enqueue needs \"configuration\"");
        request.RefuseUnknown();
        study.Enqueue(JsonConfiguration.Read(json, study.State.Specification.SearchSpace));
        writer.WriteNumber("enqueued", study.State.Enqueued.Count);
    }

    private void Cancel(AskTellRequest request)
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

    private void WriteStatus(TrialNumber number)
    {
        if (number.Value >= study.State.Trials.Count)
            throw new AskTellException($"there is no trial {number}");
        writer.WriteNumber("trial", number.Value);
        writer.WriteString("status", Numbers.Word(study.State.Trial(number).Status));
    }

    private void WriteBest()
    {
        if (study.Best is not { } best)
        {
            writer.WriteNull("trial");
            return;
        }

        WriteTrial(best);
        writer.WriteNumber("value", best.Value!.Value);
        writer.WriteConfiguration(best.Configuration);
    }

    private void WriteTrial(TrialState trial)
    {
        writer.WriteNumber("trial", trial.Number.Value);
        writer.WriteString("status", Numbers.Word(trial.Status));
        writer.WriteNumber("resource", trial.Resource.Units);
    }

    private void Explain(AskTellRequest request)
    {
        TrialNumber trial = Number(request);
        request.RefuseUnknown();
        IReadOnlyList<TrialDecision> decisions = TrialDecisions.FindAsync(
            trial.Value, study.Entries.ToAsyncEnumerable()).GetAwaiter().GetResult();
        if (decisions.Count == 0)
            throw new AskTellException($"there is no trial {trial}");
        writer.WriteNumber("trial", trial.Value);
        writer.WriteString("text", Explanation.Sentence(decisions[^1]));
        writer.WriteStartArray("decisions");
        foreach (TrialDecision decision in decisions)
            decision.Write(writer);
        writer.WriteEndArray();
    }

    private void WriteRunning()
    {
        writer.WriteStartArray("running");
        foreach (TrialNumber number in study.State.Running)
        {
            TrialState trial = study.State.Trial(number);
            writer.WriteStartObject();
            WriteTrial(trial);
            writer.WriteNumber("attempt", trial.Attempt.Number);
            WriteUntil(trial.Until);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("paused", study.State.Paused.Count);
        writer.WriteNumber("trials", study.State.Trials.Count);
        writer.WriteBoolean("finished", study.State.Phase == StudyPhase.Finished);
    }
}
