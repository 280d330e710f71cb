using System.Text.Json;
using ActorTune.Analysis;
using ActorTune.Analysis.Statistics;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>A study compared with others by the values of their trials.</summary>
internal sealed class ComparisonSection : IAnalysisSection
{
    private readonly AnalyzedStudy _study;
    private readonly IReadOnlyList<AnalyzedStudy> _others;
    private readonly StudyComparison[] _comparisons;
    private readonly IReadOnlyList<double> _corrected;

    internal ComparisonSection(AnalyzedStudy study, IReadOnlyList<AnalyzedStudy> others)
    {
        _study = study;
        _others = others;
        _comparisons = [.. others.Select(other => Compare(study, other))];
        _corrected = HolmCorrection.Of([.. _comparisons.Select(one => one.Test.PValue)]);
    }

    public void Write(TextWriter output, int width)
    {
        for (int i = 0; i < _others.Count; i++)
            Write(output, _others[i], _comparisons[i], _corrected[i]);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("comparisons");
        for (int i = 0; i < _others.Count; i++)
        {
            StudyComparison one = _comparisons[i];
            writer.WriteStartObject();
            writer.WriteString("other", _others[i].Name);
            writer.WriteTable(_others[i].Table);
            writer.WriteNumber("median", one.LeftMedian);
            writer.WriteNumber("other-median", one.RightMedian);
            writer.WriteNumber("superiority", one.Superiority);
            writer.WriteInterval("shift", one.Shift);
            writer.WriteNumber("u", one.Test.U);
            writer.WriteNumber("p", one.Test.PValue);
            writer.WriteNumber("corrected-p", _corrected[i]);
            writer.WriteBoolean("exact", one.Test.IsExact);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static StudyComparison Compare(AnalyzedStudy study, AnalyzedStudy other)
    {
        if (study.Table.Objective.Direction != other.Table.Objective.Direction)
            throw new CliException(ExitCode.BadInput, $"'{study.Name}' and '{other.Name}' cannot "
                + "be compared: one minimises and the other maximises");
        return StudyComparison.Of(study.Table, other.Table);
    }

    private void Write(
        TextWriter output, AnalyzedStudy other, StudyComparison one, double corrected)
    {
        output.Write($"\nCompared with '{other.Name}' "
            + $"({Numbers.Word(other.Table.Objective.Direction)} {other.Metric}, "
            + $"{Numbers.Of(one.RightCount, "trial")} {other.Where})\n");
        output.Write($"  median {Numbers.Value(one.LeftMedian)} against "
            + $"{Numbers.Value(one.RightMedian)}; shift {Numbers.Value(one.Shift.Estimate)} "
            + $"({Numbers.Percent(one.Shift.Confidence)}: {Numbers.Value(one.Shift.Low)} to "
            + $"{Numbers.Value(one.Shift.High)})\n");
        output.Write($"  a trial of '{_study.Name}' is better than one of '{other.Name}' with "
            + $"chance {Numbers.Percent(one.Superiority)}\n");
        output.Write($"  Mann-Whitney U {Numbers.Value(one.Test.U)}, two-sided p "
            + $"{CellText.Error(one.Test.PValue)} ({(one.Test.IsExact ? "exact" : "normal")})"
            + (_others.Count > 1 ? $", Holm {CellText.Error(corrected)}" : "") + "\n");
    }
}
