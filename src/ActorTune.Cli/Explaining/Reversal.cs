using System.Text.Json;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Explaining;

/// <summary>The smallest change that would have reversed a decision.</summary>
internal sealed record Reversal
{
    /// <summary>Whether the trial would then have gone on.</summary>
    internal required bool GoesOn { get; init; }

    /// <summary>The value at which the decision turns; null: no value turns it.</summary>
    internal double? Value { get; init; }

    /// <summary>Whether the value itself turns it already, or only what lies beyond.</summary>
    internal bool IsInclusive { get; init; }

    /// <summary>The trial that had this value; null: none.</summary>
    internal TrialNumber? Trial { get; init; }

    /// <summary>
    /// Where no value turns it: how many more trials in the rung would have; null: unknown.
    /// </summary>
    internal int? More { get; init; }

    internal string ToText(StudySpecification study, double own)
    {
        string would = GoesOn ? "would have gone on" : "would not have gone on";
        string metric = study.Objective.Metric;
        if (Value is not { } value)
            return More is { } more
                ? $"No value would have let it go on there; with {Numbers.Of(more, "trial")} more, "
                    + "all of them worse, it would have."
                : GoesOn ? "No value would have let it go on there."
                : "It would have gone on with any value.";
        bool isLess = GoesOn == (study.Objective.Direction == Direction.Minimize);
        string exact = value.ToString("R", CultureInfo.InvariantCulture);
        string bound = (IsInclusive, isLess) switch
        {
            (true, true) => $"{exact} or less",
            (true, false) => $"{exact} or more",
            (false, true) => $"less than {exact}",
            _ => $"more than {exact}",
        };
        string whose = Trial is { } trial ? $" (trial {trial} had that)" : "";
        return $"With {metric} {bound}{whose} it {would}: "
            + $"{Numbers.Value(Math.Abs(value - own))} {(GoesOn ? "better" : "worse")}.";
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("reversed-by");
        writer.WriteBoolean("goes-on", GoesOn);
        writer.Number("value", Value);
        writer.WriteBoolean("inclusive", IsInclusive);
        if (Trial is { } trial)
            writer.WriteNumber("trial", trial.Value);
        if (More is { } more)
            writer.WriteNumber("more-trials", more);
        writer.WriteEndObject();
    }
}
