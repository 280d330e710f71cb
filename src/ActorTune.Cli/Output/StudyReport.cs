using System.Text.Json;
using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Output;

/// <summary>A study with its rungs and all its trials.</summary>
internal sealed class StudyReport(StudyState state)
{
    private readonly StudySummary _summary = StudySummary.Of(state, state.Now);

    internal void Write(TextWriter output, int width)
    {
        StudySpecification study = state.Specification;
        string end = state.Phase is StudyPhase.Ending or StudyPhase.Finished
            ? $" ({ProgressText.Reason(state.EndReason, study, state.EndGrounds)})"
            : "";
        output.Write($"Study '{study.Study}' at event {state.Head}, "
            + $"{Numbers.Date(state.Now)} UTC: {Numbers.Word(state.Phase)}{end}\n");
        if (state.ForkedFrom is { } fork)
            output.Write($"  forked from '{fork.Parent}' at event {fork.At}\n");
        output.Write($"  {OutcomeText.Objectives(study)}, sampler {study.Sampler}, "
            + $"scheduler {study.Scheduler}\n");
        if (study.Constraints.Count > 0)
            output.Write($"  feasible where {OutcomeText.Constraints(study)}\n");
        output.Write($"  {ProgressText.Counts(state)}; {ProgressText.Spent(state)} spent; "
            + $"{Numbers.Time(state.ActiveTime)}\n");
        output.WriteStrict(state, "  ");
        WriteRungs(output, width, study.ResourceUnit);
        if (state.Trials.Count > 0)
            WriteTrials(output, width, study.ResourceUnit);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        StudySpecification study = state.Specification;
        writer.WriteStartObject();
        writer.WriteString("study", study.Study.Name);
        writer.WriteNumber("sequence", state.Head.Value);
        writer.WriteString("at", state.Now);
        if (state.ForkedFrom is { } fork)
        {
            writer.WriteStartObject("forked-from");
            writer.WriteString("study", fork.Parent.Name);
            writer.WriteNumber("at", fork.At.Value);
            writer.WriteEndObject();
        }

        writer.WriteString("phase", Numbers.Word(state.Phase));
        if (_summary.EndReason is { } reason)
            writer.WriteString("reason", Numbers.Word(reason));
        writer.WriteGrounds(state);
        writer.WriteString("metric", study.Objective.Metric);
        writer.WriteString("resource-unit", study.ResourceUnit);
        writer.WriteNumber("spent-resource", state.SpentResource);
        writer.WriteNumber("repeated-resource", state.RepeatedResource);
        writer.WriteNumber("measurements", state.MeasurementCount);
        writer.WriteNumber("active-seconds", state.ActiveTime.TotalSeconds);
        writer.WriteStrict(state);
        writer.WriteStartArray("rungs");
        foreach (RungSummary rung in _summary.Rungs)
            Write(writer, rung);
        writer.WriteEndArray();
        writer.WriteStartArray("trials");
        foreach (TrialState trial in state.Trials)
            Write(writer, trial);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteRungs(TextWriter output, int width, string unit)
    {
        if (_summary.Rungs.Count == 0)
            return;
        output.Write("\n");
        var table = new TextTable(" bracket", " rung", " " + unit, " trials", " went on", " takes");
        foreach (RungSummary rung in _summary.Rungs)
            table.Add(
                rung.Bracket.ToString(),
                Numbers.Count(rung.Rung),
                rung.Level.ToString(),
                Numbers.Count(rung.Count),
                Numbers.Count(rung.Promoted),
                rung.Capacity is { } capacity ? Numbers.Count(capacity) : "any");
        table.Write(output, width);
    }

    private void WriteTrials(TextWriter output, int width, string unit)
    {
        output.Write("\n");
        bool isMulti = state.Specification.Objectives.Count > 1;
        HashSet<TrialNumber> marked = [.. isMulti
            ? ParetoTrials.Front(state).Select(trial => trial.Number)
            : _summary.Best is { } best ? [best.Trial] : []];
        var table = new TextTable(" trial", "status", " " + unit, " value", "configuration");
        foreach (TrialState trial in state.Trials)
            table.Add(
                trial.Number.ToString(),
                Numbers.Word(trial.Status) + (marked.Contains(trial.Number) ? " *" : "")
                    + (trial.IsFeasible ? "" : " !") + (trial.ReusedFrom is null ? "" : " ="),
                trial.Resource.ToString(),
                OutcomeText.Values(trial),
                Numbers.Short(trial.Configuration)
                    + (trial.Parent is { } parent ? $" (from {parent})" : "")
                    + (trial.ReusedFrom is { } source ? $" (as {source})" : ""));
        table.Write(output, width);
        output.Write(isMulti ? "* not dominated by another trial\n" : "* the best trial\n");
        if (state.Trials.Any(trial => !trial.IsFeasible))
            output.Write("! infeasible\n");
        if (state.ReusedCount > 0)
            output.Write("= not trained: the result of an earlier trial\n");
    }

    private static void Write(Utf8JsonWriter writer, RungSummary rung)
    {
        writer.WriteStartObject();
        writer.WriteNumber("bracket", rung.Bracket.Value);
        writer.WriteNumber("rung", rung.Rung);
        writer.WriteNumber("level", rung.Level.Units);
        writer.WriteNumber("count", rung.Count);
        writer.WriteNumber("promoted", rung.Promoted);
        if (rung.Capacity is { } capacity)
            writer.WriteNumber("capacity", capacity);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, TrialState trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", trial.Number.Value);
        writer.WriteString("status", Numbers.Word(trial.Status));
        writer.WriteNumber("bracket", trial.Bracket.Value);
        writer.WriteNumber("attempt", trial.Attempt.Number);
        writer.WriteNumber("resource", trial.Resource.Units);
        writer.Number("value", trial.Value);
        writer.WriteOutcome(trial);
        writer.WriteParent(trial);
        if (trial.ReusedFrom is { } source)
            writer.WriteNumber("reused-from", source.Value);
        if (trial.LastMessage.Length > 0)
            writer.WriteString("message", trial.LastMessage);
        writer.WriteConfiguration(trial.Configuration);
        writer.WriteEndObject();
    }
}
