using ActorTune.Programs;

namespace ActorTune.Worker.Programs;

/// <summary>
/// A trial function that runs in this process, and the channel between it and its attempt.
/// Reports below the barrier are answered from the last instruction; at the barrier, or with too
/// many reports unacknowledged, the program waits.
/// </summary>
internal sealed class InProcessProgram(TrialLaunch launch, ITrialProgramEvents events)
    : IRunningProgram, ITrialChannel
{
    private const int Credit = 64;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop = new();
    private AttemptInstruction _instruction;
    private Resource? _until = launch.Until;
    private long _acknowledged;
    private bool _isInterrupted;
    private bool _hasSavedSince;
    private TaskCompletionSource<TrialReply>? _waiting;
    private long _waitingFor;
    private int _hasEnded;

    /// <inheritdoc/>
    public void Instruct(long report, AttemptInstruction instruction, Resource? until)
    {
        TaskCompletionSource<TrialReply>? released = null;
        lock (_gate)
        {
            _acknowledged = Math.Max(_acknowledged, report);
            _instruction = instruction;
            _until = until;
            if (_waiting is not null && IsAnswered())
            {
                released = _waiting;
                _waiting = null;
            }
        }

        released?.SetResult(Reply());
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        TaskCompletionSource<TrialReply>? released;
        lock (_gate)
        {
            _isInterrupted = true;
            released = _waiting;
            _waiting = null;
        }

        // What it waits for may never come once the coordinator winds down.
        released?.SetResult(new TrialReply(AttemptInstruction.Pause, null));
    }

    /// <inheritdoc/>
    public void Stop()
    {
        TaskCompletionSource<TrialReply>? released;
        lock (_gate)
        {
            released = _waiting;
            _waiting = null;
            if (_instruction == AttemptInstruction.Continue)
                _instruction = AttemptInstruction.Stop;
        }

        released?.SetResult(Reply());
        _stop.Cancel();
    }

    /// <inheritdoc/>
    public void Kill()
    {
        Stop();
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
            events.Ended(
                AttemptEnd.Hang,
                "the function did not end when it was told to; its thread goes on in this process");
    }

    /// <inheritdoc/>
    public ValueTask<TrialReply> ReportAsync(
        long report,
        Resource resource,
        MetricSet metrics,
        bool isBarrier,
        CancellationToken stop)
    {
        TaskCompletionSource<TrialReply>? waiting = null;
        lock (_gate)
        {
            // A program that goes on from checkpoints has just saved one for its barrier, and the
            // decision there may never come once the coordinator winds down.
            _hasSavedSince |= _isInterrupted && isBarrier;
            bool mayWait = _instruction == AttemptInstruction.Continue && !_isInterrupted;
            _waitingFor = isBarrier ? report : report - Credit;
            if (mayWait && (isBarrier || _acknowledged < _waitingFor))
                waiting = _waiting = new TaskCompletionSource<TrialReply>(
                    TaskCreationOptions.RunContinuationsAsynchronously);
        }

        events.Reported(report, resource, metrics);
        return waiting is null
            ? ValueTask.FromResult(Reply())
            : new ValueTask<TrialReply>(waiting.Task);
    }

    /// <inheritdoc/>
    public ValueTask AnnounceCheckpointAsync(
        Resource resource, string folder, CancellationToken stop)
    {
        lock (_gate)
            _hasSavedSince = _isInterrupted;
        events.Checkpointed(resource);
        return ValueTask.CompletedTask;
    }

    internal async Task RunAsync(Func<string, ITrialProgram> resolve)
    {
        AttemptOutcome outcome;
        try
        {
            Directory.CreateDirectory(launch.Folder);
            ITrialProgram program = resolve(launch.Program.Function);
            events.Started(null);
            var trial = new TrialContext(Assignment(), this);
            (outcome, _) = await AttemptOutcome.OfAsync(program, trial, _stop.Token)
                .ConfigureAwait(false);
        }
        catch (Exception error)
        {
            outcome = AttemptOutcome.Of(error);
        }

        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
            events.Ended(outcome.End, outcome.Error);
    }

    private TrialAssignment Assignment() => new()
    {
        Study = launch.Study,
        Attempt = launch.Attempt,
        Configuration = launch.Configuration,
        Seed = launch.Seed,
        Objective = launch.Objective,
        Folder = launch.Folder,
        Slots = launch.Slots,
        ResourceUnit = launch.ResourceUnit,
        Resume = launch.From is { } from
            ? new TrialResume(from.Resource, launch.FromFolder!)
            : null,
        Until = launch.Until,
        Resumes = launch.Program.Resumes,
    };

    // The acknowledgement of the report at the barrier comes together with the decision on it.
    private bool IsAnswered() =>
        _instruction != AttemptInstruction.Continue || _acknowledged >= _waitingFor;

    private TrialReply Reply()
    {
        lock (_gate)
        {
            if (_instruction != AttemptInstruction.Continue)
                return new TrialReply(_instruction, null);
            if (!_isInterrupted)
                return new TrialReply(AttemptInstruction.Continue, _until);
            return launch.Program.Resumes && !_hasSavedSince
                ? new TrialReply(AttemptInstruction.Continue, _until, WantsCheckpoint: true)
                : new TrialReply(AttemptInstruction.Pause, null);
        }
    }
}
