using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Cli.Running;

namespace ActorTune.Cli.Forking;

/// <summary>What a fork came to be.</summary>
/// <param name="Fork">The fork.</param>
/// <param name="Before">The parent's specification at the fork.</param>
/// <param name="GoOnWith">The command that runs it.</param>
internal sealed record ForkReport(ForkOutcome Fork, StudySpecification Before, string GoOnWith)
{
    private StudyState State => Fork.State;

    private int OutsideCount => State.Trials.Count(trial => trial.IsOutside);

    internal void Write(TextWriter output)
    {
        output.Write($"Study '{Fork.Study}' shares the events 1 to {Fork.At} of '{Fork.Parent}': "
            + $"{Numbers.Of(State.Trials.Count, "trial")}, "
            + $"{Numbers.Of(State.SpentResource, Before.ResourceUnit)} spent.\n");
        foreach (string difference in Differences())
            output.Write($"  {difference}\n");
        output.Write(Fork.KeepsScheduler
            ? "  the trial scheduler goes on as it stood\n"
            : $"  {State.Specification.Scheduler.Name} takes over: each trial is entered in every "
                + "rung for which it has a measurement\n");
        output.Write(Fork.KeepsSampler
            ? "  the sampler goes on as it stood\n"
            : "  the sampler begins anew with the trials so far\n");
        if (OutsideCount > 0)
            output.Write($"  {Numbers.Of(OutsideCount, "trial")} do not fit the search space any "
                + "more: the sampler is told nothing of them\n");
        if (State.Waiting.Count > 0)
            output.Write($"  {Numbers.Of(State.Waiting.Count, "trial")} ran or waited there and "
                + "will be tried again\n");
        WriteCheckpoints(output);
        output.Write($"{GoOnWith}\n");
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("study", Fork.Study.Name);
        writer.WriteString("parent", Fork.Parent.Name);
        writer.WriteNumber("at", Fork.At.Value);
        writer.WriteNumber("events", State.Head.Value);
        writer.WriteNumber("trials", State.Trials.Count);
        writer.WriteNumber("outside", OutsideCount);
        writer.WriteNumber("waiting", State.Waiting.Count);
        writer.WriteBoolean("keeps-scheduler", Fork.KeepsScheduler);
        writer.WriteBoolean("keeps-sampler", Fork.KeepsSampler);
        writer.WriteNumber("checkpoints", Fork.CheckpointCount);
        writer.WriteStartArray("missing-checkpoints");
        foreach (Checkpoint checkpoint in Fork.Missing)
            writer.WriteStringValue(checkpoint.ToString());
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteCheckpoints(TextWriter output)
    {
        if (Fork.CheckpointCount > 0)
            output.Write($"  {Numbers.Of(Fork.CheckpointCount, "checkpoint")} shared with "
                + $"'{Fork.Parent}': either study may drop or delete its own names of them\n");
        if (Fork.Missing.Count > 0)
            output.Write($"  {Numbers.Of(Fork.Missing.Count, "checkpoint")} dropped there already: "
                + "their trials go on from an earlier one, or from nothing\n");
    }

    private IEnumerable<string> Differences()
    {
        StudySpecification now = State.Specification;
        StudySpecification before = Before with { Study = now.Study };
        foreach (string difference in SpecificationDifferences.Find(before, now))
            yield return difference.Replace(": recorded ", ": there ", StringComparison.Ordinal);
        if (before.Stop != now.Stop)
            yield return "the stop conditions are others";
    }
}
