using System.Globalization;

namespace ActorTune.Programs.Tests;

/// <summary>Keeps what a program says, in order, and answers from a function.</summary>
internal sealed class RecordingChannel(Func<Resource, TrialReply>? answer = null) : ITrialChannel
{
    internal List<string> Said { get; } = [];

    public ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop)
    {
        string values = string.Join(
            " ",
            metrics.Names.Zip(
                metrics.Values,
                (name, value) => $"{name}={value.ToString(CultureInfo.InvariantCulture)}"));
        Said.Add($"report {report} at {resource}: {values}{(isBarrier ? " barrier" : "")}");
        return ValueTask.FromResult(
            answer?.Invoke(resource) ?? new TrialReply(AttemptInstruction.Continue, null));
    }

    public ValueTask AnnounceCheckpointAsync(
        Resource resource, string folder, CancellationToken stop)
    {
        Said.Add($"checkpoint at {resource}: {Path.GetFileName(folder)}");
        return ValueTask.CompletedTask;
    }
}
