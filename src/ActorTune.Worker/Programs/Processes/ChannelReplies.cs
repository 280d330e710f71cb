using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>
/// What a program on the channel is to be told, from what the engine said and what the program
/// sent. Only the newest reply counts, so nothing queues up for a program that does not listen.
/// </summary>
internal sealed class ChannelReplies(TrialLaunch launch)
{
    private readonly Lock _gate = new();
    private AttemptInstruction _instruction;
    private Resource? _until = launch.Until;
    private long _acknowledged;
    private long _received;
    private Resource _resource;
    private bool _isAtBarrier;
    private bool _isInterrupted;
    private bool _hasSavedSince;
    private bool _isStopped;

    internal void Instruct(long report, AttemptInstruction instruction, Resource? until)
    {
        lock (_gate)
        {
            _acknowledged = Math.Max(_acknowledged, report);
            _instruction = instruction;
            _until = until;
        }
    }

    internal void Interrupt()
    {
        lock (_gate)
            _isInterrupted = true;
    }

    internal void Stop()
    {
        lock (_gate)
            _isStopped = true;
    }

    internal void Reported(Resource resource, bool isBarrier)
    {
        lock (_gate)
        {
            _received++;
            _resource = resource;
            _isAtBarrier = isBarrier;
        }
    }

    internal void Checkpointed()
    {
        lock (_gate)
            _hasSavedSince = _isInterrupted;
    }

    /// <summary>The reply that stands, and whether the program is told to end at once.</summary>
    internal (long Report, TrialReply Reply, bool IsStop) Compose()
    {
        lock (_gate)
        {
            // A program that was told to pause ends by itself; Stop would change its answer.
            bool isStop = _isStopped && _instruction != AttemptInstruction.Pause;
            return (_acknowledged, ReplyNow(), isStop);
        }
    }

    private TrialReply ReplyNow()
    {
        if (_instruction != AttemptInstruction.Continue)
            return new TrialReply(_instruction, null);
        if (!_isInterrupted)
            return new TrialReply(AttemptInstruction.Continue, _until);

        // What it waits for may never come once the coordinator winds down.
        return launch.Program.Resumes && !_hasSavedSince && !IsWaiting()
            ? new TrialReply(AttemptInstruction.Continue, _until, WantsCheckpoint: true)
            : new TrialReply(AttemptInstruction.Pause, null);
    }

    private bool IsWaiting()
    {
        bool isDecided = _acknowledged >= _received
            && (_until is not { } until || until > _resource);
        return (_isAtBarrier && !isDecided)
            || _received - _acknowledged >= AttemptReports.Credit;
    }
}
