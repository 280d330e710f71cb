using System.Text.Json;

namespace ActorTune.Cli.Output;

/// <summary>What a strict order costs, and whether its premise holds.</summary>
internal static class StrictText
{
    /// <summary>What the order is.</summary>
    internal static string Order(StrictMode strict) =>
        $"strict order on {Numbers.Of(strict.Slots, "logical slot")}: decisions do not depend on "
            + "timing";

    internal static void WriteStrict(this TextWriter output, StudyState state, string indent)
    {
        if (state.Specification.Strict is not { } strict)
            return;
        output.Write($"{indent}{Order(strict)}\n");
        output.Write($"{indent}logical time {Numbers.Of(state.LogicalTime, "unit")}; attempts "
            + $"waited {Numbers.Time(state.WaitedTime)} for their turn"
            + (WaitedShare(state) is { } share
                ? $", {Numbers.Percent(share)} of the time that they had slots\n"
                : "\n"));
        output.Write(indent + Premise(state) + "\n");
        if (state.HeldReason is { } held)
            output.Write($"{indent}held: {held}\n");
    }

    internal static void WriteStrict(this Utf8JsonWriter writer, StudyState state)
    {
        if (state.Specification.Strict is not { } strict)
            return;
        PremiseRecord premise = state.Premise;
        writer.WriteStartObject("strict");
        writer.WriteNumber("slots", strict.Slots);
        writer.WriteNumber("logical-time", state.LogicalTime);
        writer.WriteNumber("waited-seconds", state.WaitedTime.TotalSeconds);
        if (WaitedShare(state) is { } share)
            writer.WriteNumber("waited-share", share);
        writer.WriteNumber("repeated-segments", premise.SegmentCount);
        writer.WriteNumber("measured-twice", premise.ComparedCount);
        writer.WriteNumber("differences", premise.DifferenceCount);
        if (state.HeldReason is { } held)
            writer.WriteString("held", held);
        writer.WriteEndObject();
    }

    private static double? WaitedShare(StudyState state)
    {
        double total = state.Trials.Sum(trial => trial.RunTime.TotalSeconds);
        return total > 0 ? Math.Min(1, state.WaitedTime.TotalSeconds / total) : null;
    }

    private static string Premise(StudyState state)
    {
        PremiseRecord premise = state.Premise;
        if (premise is { ComparedCount: 0, DifferenceCount: 0 })
            return "premise not checked yet: no slot was idle, and nothing was measured twice";
        string made = $"{Numbers.Of(premise.ComparedCount, "measurement")} made a second time, "
            + $"{Numbers.Of(premise.SegmentCount, "segment")} for this alone";
        if (premise.FirstTrial is not { } trial)
            return $"premise holds so far: {made}, all equal";
        string by = premise.FirstDifference is { } difference
            ? $" by {Numbers.Value(difference)}"
            : ", where only one of the two measured";
        return $"warning: the premise does not hold: {made}, of which "
            + $"{Numbers.Of(premise.DifferenceCount, "difference")}, first in trial {trial} at "
            + $"{state.Specification.ResourceUnit} {premise.FirstResource}{by}. The program does "
            + "not measure the same again, so another study may decide otherwise: fix its seeds";
    }
}
