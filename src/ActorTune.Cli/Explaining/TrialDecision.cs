using System.Text.Json;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Explaining;

/// <summary>A decision about a trial with the state of the rung that it was taken in.</summary>
internal sealed record TrialDecision
{
    private Reversal? _reversal;

    internal required JournalEntry Entry { get; init; }

    internal required TrialNumber Trial { get; init; }

    internal required StudySpecification Study { get; init; }

    /// <summary>The resource that the trial had spent.</summary>
    internal required Resource Resource { get; init; }

    /// <summary>What was said about the end of its last attempt.</summary>
    internal required string Message { get; init; }

    /// <summary>The statistics that it rests on; null for decisions that need none.</summary>
    internal DecisionReason? Reason { get; init; }

    /// <summary>
    /// The statistics for which the study ends, where it does and the reason has any.
    /// </summary>
    internal DecisionReason? EndGrounds { get; init; }

    /// <summary>Why the study ends, where it does.</summary>
    internal EndReason EndReason { get; init; }

    /// <summary>The level of the rung; null where none is involved.</summary>
    internal Resource? Level { get; init; }

    /// <summary>
    /// The rung as it was ranked when it was decided; empty where none is involved.
    /// </summary>
    internal IReadOnlyList<RungEntry> Ranking { get; init; } = [];

    /// <summary>
    /// The trial scheduler to be asked about other values; null where values decide nothing.
    /// </summary>
    internal SchedulerProbe? Probe { get; init; }

    /// <summary>The smallest change that would have reversed it, or null.</summary>
    internal Reversal? Reversal => _reversal ??= ReversalSearch.Find(this);

    /// <summary>The trial's place in the rung, from 1; null where it has none.</summary>
    internal int? Rank
    {
        get
        {
            for (int i = 0; i < Ranking.Count; i++)
            {
                if (Ranking[i].Trial == Trial)
                    return i + 1;
            }

            return null;
        }
    }

    internal string Kind => Entry.Event.GetType().Name;

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", Entry.Sequence.Value);
        writer.WriteString("at", Entry.At);
        writer.WriteNumber("trial", Trial.Value);
        writer.WriteString("decision", Kind);
        writer.WriteNumber("resource", Resource.Units);
        if (Reason is not null)
            WriteReason(writer, Reason);
        if (Rank is { } rank)
            writer.WriteNumber("rank", rank);
        writer.WriteStartArray("peers");
        foreach (RungEntry entry in Ranking)
        {
            writer.WriteStartObject();
            writer.WriteNumber("trial", entry.Trial.Value);
            writer.Number("value", entry.Value);
            writer.WriteBoolean("went-on", entry.IsPromoted);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Reversal?.Write(writer);
        writer.WriteString("explanation", Explanation.Sentence(this));
        writer.WriteEndObject();
    }

    private void WriteReason(Utf8JsonWriter writer, DecisionReason reason)
    {
        writer.WriteString("rule", reason.Rule);
        if (reason.Rung >= 0)
        {
            writer.WriteNumber("rung", reason.Rung);
            writer.WriteNumber("count", reason.Count);
            writer.WriteNumber("kept", reason.Kept);
        }

        if (Level is { } level)
            writer.WriteNumber("level", level.Units);
        writer.Number("value", reason.Value);
        writer.Number("cutoff", reason.Cutoff);
        if (reason.CutoffTrial is { } trial)
            writer.WriteNumber("cutoff-trial", trial.Value);
    }
}
