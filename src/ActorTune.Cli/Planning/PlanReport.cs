using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Cli.Reading;

namespace ActorTune.Cli.Planning;

/// <summary>A plan as it is shown: what was chosen, the rungs, the cost, and warnings.</summary>
internal sealed record PlanReport(
    StudySpecification Specification,
    int Slots,
    StudyState State,
    IReadOnlyList<string> Choices,
    IReadOnlyList<string> Warnings)
{
    private long? FullTraining => Specification.MaxResource is { } most
        ? most.Units * State.StartedCount
        : null;

    internal static async Task<PlanReport> OfAsync(
        StudyFile file, CancellationToken cancellation)
    {
        ResolvedDefinition resolved = file.Resolve();
        StudySpecification specification = resolved.Specification;
        StudyState state = StudyPlan.Simulate(specification, file.Node.Slots);
        return new PlanReport(
            specification,
            file.Node.Slots,
            state,
            [.. resolved.Choices, .. await EarlierAsync(file, specification, cancellation)],
            PlanWarnings.Find(specification, state));
    }

    private static async Task<IEnumerable<string>> EarlierAsync(
        StudyFile file, StudySpecification specification, CancellationToken cancellation)
    {
        // The study's own journal need not be there yet where no earlier study is looked up in it.
        await using IStudyJournal journal = file.StartFrom.All(study => study.Journal is not null)
            ? new InMemoryStudyJournal()
            : JournalFiles.OpenExisting(file.Node.Journal);
        IReadOnlyList<EarlierTrials> earlier = await EarlierStudies.ReadAsync(
            journal, file.StartFrom, specification.SearchSpace, cancellation);
        return earlier.Select(study => study.ToString());
    }

    internal void Write(TextWriter output, int width)
    {
        output.Write($"Plan of study '{Specification.Study}' on {Numbers.Of(Slots, "slot")}: "
            + $"sampler {Specification.Sampler}, scheduler {Specification.Scheduler}\n");
        foreach (string choice in Choices)
            output.Write($"  {choice}\n");
        if (Specification.Strict is { } strict)
            output.Write($"  {StrictText.Order(strict)}\n");
        WriteRungs(output, width);
        string unit = Specification.ResourceUnit;
        output.Write($"\n{Numbers.Of(State.Trials.Count, "trial")}, about "
            + $"{Numbers.Of(State.SpentResource, unit)}");
        if (FullTraining is { } full and > 0)
            output.Write($": {Numbers.Percent(State.SpentResource / (double)full)} of the "
                + $"{Numbers.Of(full, unit)} of training them all fully");
        output.Write(".\n");
        if (State.RepeatedResource > 0)
            output.Write($"Of that, {Numbers.Of(State.RepeatedResource, unit)} are repeated "
                + "because the program does not resume.\n");
        foreach (string warning in Warnings)
            output.Write($"warning: {warning}\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("study", Specification.Study.Name);
        writer.WriteString("sampler", Specification.Sampler.ToString());
        writer.WriteString("scheduler", Specification.Scheduler.ToString());
        writer.WriteNumber("slots", Slots);
        if (Specification.Strict is { } strict)
            writer.WriteNumber("logical-slots", strict.Slots);
        writer.WriteNumber("trials", State.Trials.Count);
        writer.WriteString("resource-unit", Specification.ResourceUnit);
        writer.WriteNumber("expected-resource", State.SpentResource);
        writer.WriteNumber("repeated-resource", State.RepeatedResource);
        if (FullTraining is { } full)
            writer.WriteNumber("full-training", full);
        writer.WriteStartArray("rungs");
        foreach (RungSummary rung in State.Scheduler.Rungs())
        {
            writer.WriteStartObject();
            writer.WriteNumber("bracket", rung.Bracket.Value);
            writer.WriteNumber("rung", rung.Rung);
            writer.WriteNumber("level", rung.Level.Units);
            writer.WriteNumber("trials", rung.Count);
            writer.WriteNumber("promoted", rung.Promoted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteTexts(writer, "choices", Choices);
        WriteTexts(writer, "warnings", Warnings);
        writer.WriteEndObject();
    }

    private static void WriteTexts(
        Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private void WriteRungs(TextWriter output, int width)
    {
        IReadOnlyList<RungSummary> rungs = State.Scheduler.Rungs();
        if (rungs.Count == 0)
            return;
        output.Write("\n");
        var table = new TextTable(
            " bracket", " rung", " " + Specification.ResourceUnit, " trials", " go on");
        foreach (RungSummary rung in rungs)
            table.Add(
                rung.Bracket.ToString(),
                Numbers.Count(rung.Rung),
                rung.Level.ToString(),
                Numbers.Count(rung.Count),
                Numbers.Count(rung.Promoted));
        table.Write(output, width);
    }
}
