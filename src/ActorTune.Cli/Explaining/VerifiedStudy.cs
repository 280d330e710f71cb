using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Simulation;
using ActorTune.Studies.Events;

namespace ActorTune.Cli.Explaining;

/// <summary>A study with what verifying it found.</summary>
/// <param name="Study">The study.</param>
/// <param name="Report">Its decisions recomputed.</param>
/// <param name="Reasons">Its reasons checked; null: they were not.</param>
/// <param name="Log">Its decisions as one number.</param>
internal sealed record VerifiedStudy(
    StudyId Study, VerificationReport Report, ReasonReport? Reasons, DecisionLog Log)
{
    private const int MostProblemsTold = 20;

    internal bool IsClean => Report.IsClean && Reasons is null or { Problems.Count: 0 };

    /// <summary>Verifies a study.</summary>
    internal static async Task<VerifiedStudy> OfAsync(
        StudyId study, IAsyncEnumerable<JournalEntry> entries, bool checksReasons)
    {
        var read = new List<JournalEntry>();
        var log = new DecisionLog();
        await foreach (JournalEntry entry in entries)
        {
            read.Add(entry);
            if (entry.Event is StudyDecision decision)
                log.Add(decision);
        }

        ReasonVerification? reasons = checksReasons ? new ReasonVerification() : null;
        VerificationReport report =
            StudyVerification.Run(read, watch: reasons is null ? null : reasons.Take);
        return new VerifiedStudy(study, report, reasons?.Report, log);
    }

    internal void Write(TextWriter output)
    {
        output.Write($"Study '{Study}': {Numbers.Of(Report.Events, "event")}, "
            + $"{Numbers.Of(Report.Decisions, "decision")}, of which {Report.Recomputed} were "
            + "recomputed from the facts and are equal.\n");
        output.Write($"Hash of the decisions: {Log.Hash}\n");
        if (Report.ForeignVersions.Count > 0)
            output.Write("A part was recorded by "
                + $"{string.Join(", ", Report.ForeignVersions)}, which this build does "
                + "not have: its decisions were not recomputed.\n");
        Write(output, Report.Problems);
        if (Reasons is null)
            return;
        output.Write($"{Numbers.Of(Reasons.Checked, "reason")} of the trial scheduler checked "
            + $"against the facts: {Numbers.Of(Reasons.Problems.Count, "difference")}.\n");
        Write(output, Reasons.Problems);
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("study", Study.Name);
        writer.WriteNumber("events", Report.Events);
        writer.WriteNumber("decisions", Report.Decisions);
        writer.WriteNumber("recomputed", Report.Recomputed);
        writer.WriteString("decisions-hash", Log.Hash);
        writer.WriteStartArray("foreign-versions");
        foreach (string version in Report.ForeignVersions)
            writer.WriteStringValue(version);
        writer.WriteEndArray();
        Write(writer, "differences", Report.Problems);
        if (Reasons is not null)
        {
            writer.WriteNumber("reasons-checked", Reasons.Checked);
            Write(writer, "reason-differences", Reasons.Problems);
        }

        writer.WriteEndObject();
    }

    private static void Write(TextWriter output, IReadOnlyList<VerificationProblem> problems)
    {
        foreach (VerificationProblem problem in problems.Take(MostProblemsTold))
            output.Write($"  event {problem.Sequence}: {problem.Message}\n");
        if (problems.Count > MostProblemsTold)
            output.Write($"  and {problems.Count - MostProblemsTold} differences more\n");
    }

    private static void Write(
        Utf8JsonWriter writer, string name, IReadOnlyList<VerificationProblem> problems)
    {
        writer.WriteStartArray(name);
        foreach (VerificationProblem problem in problems)
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence", problem.Sequence.Value);
            writer.WriteString("message", problem.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
