using ActorTune.Objectives;

namespace ActorTune.TorchSharp.Tests;

/// <summary>Keeps what a program reports, and pauses it at its barrier.</summary>
internal sealed class ScriptedChannel(long? until = null) : ITrialChannel
{
    internal List<(long Resource, MetricSet Metrics)> Reports { get; } = [];

    internal List<(long Resource, string Folder)> Checkpoints { get; } = [];

    public ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop)
    {
        Reports.Add((resource.Units, metrics));
        AttemptInstruction instruction =
            isBarrier ? AttemptInstruction.Pause : AttemptInstruction.Continue;
        return ValueTask.FromResult(new TrialReply(
            instruction, until is { } units ? new Resource(units) : null));
    }

    public ValueTask AnnounceCheckpointAsync(
        Resource resource, string folder, CancellationToken stop)
    {
        Checkpoints.Add((resource.Units, folder));
        return ValueTask.CompletedTask;
    }
}
