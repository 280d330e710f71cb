using System.Globalization;
using ActorTune.Objectives;
using ActorTune.Programs;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.TestKit.Programs;

/// <summary>
/// The engine's side of one attempt of a program under test: answers as its script says, and
/// notes what the program did.
/// </summary>
internal sealed class ScriptedAttempt(AttemptScript script, string objective) : ITrialChannel
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _ending =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<(long Resource, double Value)> _reports = [];
    private readonly List<(long Resource, string Folder, int Reports)> _checkpoints = [];
    private bool _hasEnded;
    private int _barrier;

    /// <summary>What it reported, in order.</summary>
    internal IReadOnlyList<(long Resource, double Value)> Reports => _reports;

    /// <summary>The reports from above a resource on, as text.</summary>
    internal IReadOnlyList<string> Curve(long above = 0) =>
    [
        .. _reports.Where(report => report.Resource > above).Select(report =>
            string.Create(
                CultureInfo.InvariantCulture, $"{report.Resource}: {report.Value:R}")),
    ];

    /// <summary>Completes when the program was told to end.</summary>
    internal Task Ending => _ending.Task;

    /// <summary>Cancelled when the attempt must end before its next report.</summary>
    internal CancellationToken Stop => _stop.Token;

    /// <summary>How it ended; null while it trains.</summary>
    internal AttemptOutcome? Outcome { get; set; }

    /// <summary>The position of the report at the first decision point; null: none came there.
    /// </summary>
    internal int? Decided { get; private set; }

    /// <summary>The checkpoint that was saved at the resource of a report, before it.</summary>
    internal string? CheckpointBefore(int report) => _checkpoints
        .Where(saved => saved.Resource == _reports[report].Resource && saved.Reports <= report)
        .Select(saved => saved.Folder)
        .FirstOrDefault();

    /// <summary>The checkpoint at a resource, whenever it was saved.</summary>
    internal string? CheckpointAt(long resource) => _checkpoints
        .Where(saved => saved.Resource == resource)
        .Select(saved => saved.Folder)
        .FirstOrDefault();

    /// <summary>Ends the attempt from outside.</summary>
    internal void GiveUp() => _stop.Cancel();

    public async ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop)
    {
        double value = metrics.Find(objective)!.Value;
        _reports.Add((resource.Units, value));
        TrialReply reply = Answer(resource.Units, value, isBarrier);
        if (reply.Instruction != AttemptInstruction.Continue)
            _ending.TrySetResult();
        if (script.Turn is { } turn)
            await turn.PassAsync(_stop.Token).ConfigureAwait(false);
        return reply;
    }

    public ValueTask AnnounceCheckpointAsync(
        Resource resource, string folder, CancellationToken stop)
    {
        _checkpoints.Add((resource.Units, folder, _reports.Count));
        return ValueTask.CompletedTask;
    }

    // What is not finite ends a trial as diverged, whatever else was planned.
    private TrialReply Answer(long resource, double value, bool isBarrier)
    {
        if (_hasEnded || !double.IsFinite(value))
            return new TrialReply(AttemptInstruction.Stop, null);
        if (script.StopsEarly)
            return StopNow();
        if (isBarrier)
            Pass(resource);
        _hasEnded = _barrier == script.Barriers.Count;
        return _hasEnded
            ? new TrialReply(script.Last, null)
            : new TrialReply(
                AttemptInstruction.Continue,
                new Resource(script.Barriers[_barrier]),
                script.AsksForCheckpoint && _reports.Count == 1);
    }

    // It was told Continue when the stop overtook it; the next report gets the same as the token.
    private TrialReply StopNow()
    {
        _hasEnded = true;
        _stop.Cancel();
        _ending.TrySetResult();
        return new TrialReply(
            AttemptInstruction.Continue, new Resource(script.Barriers[^1]));
    }

    private void Pass(long resource)
    {
        Decided ??= _reports.Count - 1;
        while (_barrier < script.Barriers.Count && resource >= script.Barriers[_barrier])
            _barrier++;
    }
}
