using System.Text.Json;

namespace ActorTune.Cli.Output;

/// <summary>A best trial with all that it reported at the measurement that counts.</summary>
internal sealed record BestReport(TrialState Trial, Resource Resource, MetricSet Metrics)
{
    /// <summary>Finds the measurements that make trials what they are, in one pass.</summary>
    /// <param name="trials">Trials with at least one measurement.</param>
    /// <param name="objective">Tells which measurement counts.</param>
    /// <param name="entries">The journal.</param>
    internal static async Task<IReadOnlyList<BestReport>> FindAsync(
        IReadOnlyList<TrialState> trials,
        Objective objective,
        IAsyncEnumerable<JournalEntry> entries)
    {
        var found = new Dictionary<TrialNumber, MeasurementReported>();
        HashSet<TrialNumber> wanted = [.. trials.Select(trial => trial.Number)];
        await foreach (JournalEntry entry in entries)
        {
            if (entry.Event is not MeasurementReported measured
                || !wanted.Contains(measured.Attempt.Trial))
                continue;
            TrialNumber trial = measured.Attempt.Trial;
            if (!found.TryGetValue(trial, out MeasurementReported? before)
                || Replaces(objective, measured, before))
                found[trial] = measured;
        }

        return [.. trials.Select(trial => new BestReport(
            trial, found[trial.Number].Resource, found[trial.Number].Metrics))];
    }

    /// <summary>Writes the value, the configuration and the other metrics.</summary>
    internal void Write(TextWriter output, StudySpecification specification, bool all,
        IReadOnlyList<string> report)
    {
        Objective objective = specification.Objective;
        output.Write($"{objective.Metric} {Numbers.Value(Trial.Value)} at "
            + $"{specification.ResourceUnit} {Resource}\n");
        int width = Trial.Configuration.Names.Append("").Max(name => name.Length);
        for (int i = 0; i < Trial.Configuration.Count; i++)
            output.Write($"  {Trial.Configuration.Names[i].PadRight(width)} = "
                + $"{Trial.Configuration.Values[i]}\n");
        if (!Trial.IsFeasible)
            output.Write($"  infeasible: {Broken(specification)}\n");
        foreach (string metric in Metrics.Names.Where(name => name != objective.Metric))
        {
            if (all || report.Contains(metric))
                output.Write($"  {metric}: {Numbers.Value(Metrics.Find(metric))}\n");
        }

        foreach (string metric in report.Where(name => Metrics.Find(name) is null))
            output.Write($"  {metric}: not reported\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("trial", Trial.Number.Value);
        writer.WriteString("status", Numbers.Word(Trial.Status));
        writer.Number("value", Trial.Value);
        writer.WriteOutcome(Trial);
        writer.WriteParent(Trial);
        writer.WriteNumber("resource", Resource.Units);
        writer.WriteConfiguration(Trial.Configuration);
        writer.WriteStartObject("metrics");
        for (int i = 0; i < Metrics.Count; i++)
            writer.Number(Metrics.Names[i], Metrics.Values[i]);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private string Broken(StudySpecification specification) => string.Join(
        ", ",
        specification.Constraints
            .Where((_, index) => Trial.Outcome!.Violations[index] > 0)
            .Select(constraint => constraint.ToText()));

    private static bool Replaces(
        Objective objective, MeasurementReported later, MeasurementReported before) =>
        objective.Reduce.Kind != ReductionKind.Best
        || objective.IsBetter(
            later.Metrics.Find(objective.Metric)!.Value,
            before.Metrics.Find(objective.Metric)!.Value);
}
