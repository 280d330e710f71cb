using System.Text.Json;
using ActorTune.Cli.Screens;

namespace ActorTune.Cli.Output;

/// <summary>
/// What a study came to: its best trial, what it cost, and what early stopping saved.
/// </summary>
internal sealed record RunSummary(
    StudyState State, BestReport? Best, IReadOnlyList<string> Report)
{
    internal int ExitCode => State switch
    {
        { Phase: not StudyPhase.Finished } => Cli.ExitCode.Interrupted,
        { EndReason: EndReason.Failures } => Cli.ExitCode.StudyFailed,
        _ => Cli.ExitCode.Ok,
    };

    /// <summary>
    /// Full training of the same configurations, in units of resource: an upper bound of what a
    /// study without early stopping would have spent, since failed trials end early by themselves.
    /// Null without a maximum resource.
    /// </summary>
    internal long? FullTraining => State.Specification.MaxResource is { } most
        ? most.Units * State.StartedCount
        : null;

    private string Interrupted =>
        State.HeldReason is { } held ? $"held ({held})" : "interrupted";

    internal static async Task<RunSummary> OfAsync(
        IStudyJournal journal,
        StudyState state,
        IReadOnlyList<string> report,
        CancellationToken cancellation)
    {
        BestReport? best = null;
        if (BestTrials.Best(state) is { } trial)
            best = (await BestReport.FindAsync(
                [trial],
                state.Objective,
                journal.ReadAsync(
                    state.Specification.Study, SequenceNumber.None, cancellation)))[0];
        return new RunSummary(state, best, report);
    }

    internal void Write(TextWriter output, string resumeWith)
    {
        StudySpecification study = State.Specification;
        output.Write(State.Phase == StudyPhase.Finished
            ? $"Study '{study.Study}' is finished: "
                + $"{ProgressText.Reason(State.EndReason, study, State.EndGrounds)}.\n"
            : $"Study '{study.Study}' was {Interrupted} and can go on: {resumeWith}\n");
        WriteBest(output, study);
        output.Write($"Spent {Numbers.Of(State.SpentResource, study.ResourceUnit)} on "
            + $"{ProgressText.Counts(State)}; {Numbers.Time(State.ActiveTime)}.\n");
        if (State.RepeatedResource > 0)
            output.Write($"Of that, {Numbers.Of(State.RepeatedResource, study.ResourceUnit)} "
                + "repeated after restarts without a checkpoint.\n");
        output.WriteStrict(State, string.Empty);
        // Before its end a study may still train what is paused: nothing is saved yet.
        if (FullTraining is { } full and > 0 && State.Phase == StudyPhase.Finished)
            output.Write($"Early stopping saved at most {Math.Max(0, full - State.SpentResource)} "
                + $"of {Numbers.Of(full, study.ResourceUnit)} "
                + $"({Numbers.Percent(Math.Max(0, 1 - State.SpentResource / (double)full))}); "
                + "upper bound: full training of the same "
                + $"{Numbers.Of(State.StartedCount, "configuration")}.\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        StudySpecification study = State.Specification;
        writer.WriteStartObject();
        writer.WriteString("study", study.Study.Name);
        writer.WriteBoolean("finished", State.Phase == StudyPhase.Finished);
        if (State.Phase == StudyPhase.Finished)
            writer.WriteString("reason", Numbers.Word(State.EndReason));
        writer.WriteGrounds(State);
        writer.WriteNumber("trials", State.Trials.Count);
        writer.WriteString("resource-unit", study.ResourceUnit);
        writer.WriteNumber("spent-resource", State.SpentResource);
        writer.WriteNumber("repeated-resource", State.RepeatedResource);
        if (FullTraining is { } full)
            writer.WriteNumber("full-training-upper-bound", full);
        writer.WriteNumber("active-seconds", State.ActiveTime.TotalSeconds);
        writer.WriteStrict(State);
        writer.WriteString("metric", study.Objective.Metric);
        writer.WritePropertyName("best");
        if (Best is null)
            writer.WriteNullValue();
        else
            Best.Write(writer);
        writer.WriteEndObject();
    }

    private void WriteBest(TextWriter output, StudySpecification study)
    {
        if (Best is null)
        {
            output.Write("No trial was measured.\n");
            return;
        }

        output.Write($"Best trial {Best.Trial.Number}: ");
        Best.Write(output, study, all: Report.Count == 0, Report);
        if (study.MaxResource is { } most && Best.Resource < most)
            output.Write($"  (trained to {study.ResourceUnit} {Best.Resource} of {most})\n");
    }
}
