using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.WhatIf;

/// <summary>The recorded trial scheduler and its alternatives, side by side.</summary>
internal sealed class WhatIfReport(
    RecordedStudy study, WhatIfOptions asked, IReadOnlyList<WhatIfAnswer> answers)
{
    private readonly WhatIfNotes _notes = new(study, asked, answers);

    private RecordedCurves Curves => study.Curves;

    private StudySpecification Specification => Curves.Specification;

    internal void Write(TextWriter output, int width)
    {
        output.Write($"Study '{Specification.Study}': {Numbers.Of(Curves.All.Count, "trial")}, "
            + $"{Numbers.Of(asked.Slots, "slot")}, {Numbers.Percent(Curves.UnseenShare)} of all "
            + $"{Specification.ResourceUnit}s unseen in {Numbers.Count(Curves.CutCount)} cut "
            + "curves\n\n");
        Table().Write(output, width);
        output.Write('\n');
        for (int i = 0; i < answers.Count; i++)
            output.Write($"{i}  {answers[i].Scheduler}{(i == 0 ? ", as recorded" : "")}\n");
        output.Write('\n');
        foreach (string note in _notes.All())
            output.Write(note + "\n");
    }

    private TextTable Table()
    {
        var table = new TextTable(
            "",
            " " + Specification.ResourceUnit + "s",
            " time",
            " " + Specification.Objective.Metric,
            " regret",
            " top missed",
            " unseen");
        table.Add(
            "journal",
            Numbers.Count(study.State.SpentResource),
            Numbers.Time(study.State.ActiveTime),
            Numbers.Value(BestTrials.Best(study.State)?.Value),
            "",
            "",
            "");
        for (int i = 0; i < answers.Count; i++)
            AddRows(table, Numbers.Count(i), answers[i]);
        return table;
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("study", Specification.Study.Name);
        writer.WriteNumber("trials", Curves.All.Count);
        writer.WriteNumber("slots", asked.Slots);
        writer.WriteNumber("cut-trials", Curves.CutCount);
        writer.WriteNumber("unseen-share", Curves.UnseenShare);
        WriteBound(writer, "range", new NumberBound(_notes.Range.Low, _notes.Range.High));
        writer.WriteNumber("trials-outside-range", _notes.OutsideCount);
        writer.WriteStartObject("journal");
        writer.WriteNumber("resource", study.State.SpentResource);
        writer.WriteNumber("seconds", study.State.ActiveTime.TotalSeconds);
        writer.Number("best", BestTrials.Best(study.State)?.Value);
        writer.WriteEndObject();
        writer.WriteStartArray("alternatives");
        foreach (WhatIfAnswer answer in answers)
            Write(writer, answer);
        writer.WriteEndArray();
        writer.WriteStartArray("notes");
        foreach (string note in _notes.All())
            writer.WriteStringValue(note);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void AddRows(TextTable table, string name, WhatIfAnswer answer)
    {
        table.Add([
            name,
            .. Cells(answer.Bound),
            Numbers.Count(answer.Unseen.Count) + (answer.IsTraced ? "" : "+")]);
        if (answer.Median is not { } median || answer.Estimate is not { } estimate)
            return;
        table.Add(["  median", .. Cells(median), ""]);
        table.Add(["  90 %", .. Cells(estimate), ""]);
    }

    private static string[] Cells(WhatIfQuantities quantities) =>
    [
        Cell(quantities.Resource, Whole),
        Cell(quantities.Seconds, seconds => Numbers.Time(TimeSpan.FromSeconds(seconds))),
        Cell(quantities.Best),
        Cell(quantities.Regret),
        Cell(quantities.MissedTop, Whole),
    ];

    private static string Whole(double number) =>
        number.ToString("0", CultureInfo.InvariantCulture);

    private static string Cell(NumberBound bound, Func<double, string>? text = null)
    {
        text ??= number => Numbers.Value(number);
        string low = text(bound.Low);
        string high = text(bound.High);
        return low == high ? low : $"{low} to {high}";
    }

    private static void Write(Utf8JsonWriter writer, WhatIfAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("scheduler", answer.Scheduler.ToString());
        writer.WriteString("version", answer.Version);
        Write(writer, "bound", answer.Bound);
        if (answer is { Median: { } median, Estimate: { } estimate })
        {
            Write(writer, "estimate", median);
            Write(writer, "interval-90", estimate);
        }

        writer.WriteBoolean("traced", answer.IsTraced);
        writer.WriteBoolean("asks-for-more", answer.AsksForMore);
        WriteDecisions(writer, answer);
        writer.WriteEndObject();
    }

    private static void WriteDecisions(Utf8JsonWriter writer, WhatIfAnswer answer)
    {
        writer.WriteStartArray("unseen-decisions");
        foreach (UnseenDecision decision in answer.Unseen)
        {
            writer.WriteStartObject();
            writer.WriteNumber("trial", decision.Trial.Value);
            writer.WriteNumber("resource", decision.Resource.Units);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, string name, WhatIfQuantities quantities)
    {
        writer.WriteStartObject(name);
        WriteBound(writer, "resource", quantities.Resource);
        WriteBound(writer, "seconds", quantities.Seconds);
        WriteBound(writer, "best", quantities.Best);
        WriteBound(writer, "regret", quantities.Regret);
        WriteBound(writer, "top-missed", quantities.MissedTop);
        writer.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, NumberBound bound)
    {
        writer.WriteStartObject(name);
        writer.Number("low", bound.Low);
        writer.Number("high", bound.High);
        writer.WriteEndObject();
    }
}
