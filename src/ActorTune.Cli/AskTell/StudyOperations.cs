using System.Text.Json;
using ActorTune.Cli.Explaining;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.AskTell;

/// <summary>The requests that look at the study and change nothing.</summary>
internal sealed class StudyOperations(AskTellStudy study, Utf8JsonWriter writer)
{
    internal void Best(AskTellRequest request)
    {
        request.RefuseUnknown();
        if (study.Best is not { } best)
        {
            writer.WriteNull("trial");
            return;
        }

        WriteBest(best);
        if (study.State.Specification.Objectives.Count == 1)
            return;
        writer.WriteStartArray("front");
        foreach (TrialState trial in ParetoTrials.Front(study.State))
        {
            writer.WriteStartObject();
            WriteBest(trial);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal void Explain(AskTellRequest request)
    {
        TrialNumber trial = new(request.Trial());
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

    internal void Importance(AskTellRequest request) =>
        StudyImportance.Write(request, study.State, writer);

    internal void Save(AskTellRequest request) => SavedStudy.Write(request, study.Entries, writer);

    internal void Running(AskTellRequest request)
    {
        request.RefuseUnknown();
        writer.WriteStartArray("running");
        foreach (TrialNumber number in study.State.Running)
        {
            TrialState trial = study.State.Trial(number);
            writer.WriteStartObject();
            WriteTrial(trial);
            writer.WriteNumber("attempt", trial.Attempt.Number);
            writer.WriteUntil(trial.Until);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("paused", study.State.Paused.Count);
        writer.WriteNumber("trials", study.State.Trials.Count);
        writer.WriteBoolean("finished", study.State.Phase == StudyPhase.Finished);
    }

    private void WriteBest(TrialState trial)
    {
        WriteTrial(trial);
        if (trial.Outcome is not { } outcome || outcome.Values.Count == 1)
        {
            writer.WriteNumber("value", trial.Value!.Value);
        }
        else
        {
            writer.WriteStartArray("values");
            foreach (double value in outcome.Values)
                writer.WriteNumberValue(value);
            writer.WriteEndArray();
        }

        writer.WriteConfiguration(trial.Configuration);
    }

    private void WriteTrial(TrialState trial)
    {
        writer.WriteNumber("trial", trial.Number.Value);
        writer.WriteString("status", Numbers.Word(trial.Status));
        writer.WriteNumber("resource", trial.Resource.Units);
    }
}
