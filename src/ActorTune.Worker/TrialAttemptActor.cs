namespace ActorTune.Worker;

/// <summary>
/// One execution of a trial. It passes reports on until they are acknowledged, watches the limits,
/// and sees to it that the program ends when it is told to: asked first, killed after a grace.
/// </summary>
internal sealed class TrialAttemptActor(WorkerSetup setup, BeginTrial begin)
    : Actor<AttemptMessage>
{
    private const string SilenceTimer = "silence";
    private const string LimitTimer = "time-limit";
    private const string GraceTimer = "grace";
    private const string ResendTimer = "resend";

    private readonly Queue<TrialReported> _unacknowledged = new();
    private IActorRef<FromWorker> _reportTo = begin.ReplyTo;
    private IRunningProgram? _program;
    private Resource? _until = begin.Begin.Until;
    private Resource? _checkpoint;
    private long _acknowledged;
    private long _reports;
    private bool _isWaiting;
    private AttemptEnd? _forcedEnd;
    private string _forcedMessage = string.Empty;
    private bool _isToldToEnd;
    private TrialEnded? _ended;

    private AttemptId Attempt => begin.Begin.Attempt;

    /// <inheritdoc/>
    protected override void OnStarted()
    {
        string folder = setup.Folders.Of(begin.Study, Attempt);
        var launch = new TrialLaunch
        {
            Study = begin.Study,
            Attempt = Attempt,
            Program = begin.Program,
            Configuration = begin.Begin.Configuration,
            Seed = begin.Begin.Seed,
            Slots = begin.Begin.Slots,
            From = begin.Begin.From,
            FromFolder = begin.Begin.From is { } from ? setup.Folders.Of(begin.Study, from) : null,
            Until = begin.Begin.Until,
            Objective = begin.Objective,
            ResourceUnit = begin.ResourceUnit,
            Folder = folder,
        };
        _program = setup.Runner.Start(launch, new ProgramEventRelay(Context.Self));
        if (begin.Program.TimeLimit is { } limit)
            Context.StartTimer(LimitTimer, limit, new TimeOver());
        ListenForSilence();
    }

    /// <inheritdoc/>
    protected override void OnStopped()
    {
        if (_ended is null)
            _program?.Kill();
    }

    /// <inheritdoc/>
    protected override void Receive(AttemptMessage message)
    {
        switch (message)
        {
            case ProgramStarted started:
                _reportTo.Tell(new TrialBegan(begin.Study, Attempt, started.Process));
                break;
            case ProgramReported reported:
                Report(reported);
                break;
            case ProgramCheckpointed checkpointed:
                _checkpoint = checkpointed.Resource;
                break;
            case ProgramEnded ended:
                End(ended);
                break;
            case AttemptInstructed instructed:
                Instruct(instructed.Instruct);
                break;
            case AttemptInterrupted interrupted:
                Interrupt(interrupted.AtOnce);
                break;
            case AttemptRedirected redirected:
                _reportTo = redirected.ReportTo;
                break;
            default:
                OnTimer(message);
                break;
        }
    }

    private void OnTimer(AttemptMessage message)
    {
        switch (message)
        {
            case SilenceOver:
                Force(AttemptEnd.Hang, $"no report came within {Text(begin.Program.SilenceLimit)}");
                break;
            case TimeOver:
                Force(AttemptEnd.TimeLimit, $"it ran longer than {Text(begin.Program.TimeLimit)}");
                break;
            case GraceOver:
                _program!.Kill();
                break;
            case ResendDue:
                Resend();
                break;
            default:
                throw new InvalidOperationException($"Unknown message {message.GetType().Name}.");
        }
    }

    private void Report(ProgramReported reported)
    {
        var report = new TrialReported(
            begin.Study,
            Attempt,
            reported.Report,
            reported.Resource,
            reported.Metrics,
            _checkpoint);
        _checkpoint = null;
        _reports = reported.Report;
        if (_unacknowledged.Count == 0)
            Context.StartTimer(ResendTimer, setup.ResendAfter, new ResendDue());
        _unacknowledged.Enqueue(report);
        _reportTo.Tell(report);

        // At its barrier the program waits for us, not we for it.
        _isWaiting = _until is { } until && reported.Resource >= until;
        if (_isWaiting)
            Context.CancelTimer(SilenceTimer);
        else
            ListenForSilence();
    }

    private void Instruct(InstructTrial instruct)
    {
        bool wasWaiting = _unacknowledged.Count > 0;
        Acknowledge(instruct.Report);
        if (_ended is not null && instruct.Instruction != AttemptInstruction.Continue)
        {
            Context.Stop();
            return;
        }

        if (wasWaiting)
            TellEnd();

        if (_isToldToEnd || instruct.Report < _acknowledged)
            return;
        _acknowledged = instruct.Report;
        _until = instruct.Until;
        _program!.Instruct(instruct.Report, instruct.Instruction, instruct.Until);
        if (instruct.Instruction != AttemptInstruction.Continue)
            TellToEnd();
        else if (!_isWaiting || instruct.Report >= _reports)
            GoOn();
    }

    private void GoOn()
    {
        _isWaiting = false;
        ListenForSilence();
    }

    private void Acknowledge(long report)
    {
        while (_unacknowledged.TryPeek(out TrialReported? first) && first.Report <= report)
            _unacknowledged.Dequeue();
        if (_unacknowledged.Count == 0 && _ended is null)
            Context.CancelTimer(ResendTimer);
    }

    private void Interrupt(bool atOnce)
    {
        if (_isToldToEnd)
            return;
        _forcedEnd = AttemptEnd.Interrupted;
        Context.CancelTimer(SilenceTimer);
        if (atOnce)
        {
            TellToEnd();
            _program!.Kill();
        }
        else
        {
            _program!.Interrupt();
        }
    }

    private void Force(AttemptEnd end, string message)
    {
        _forcedEnd = end;
        _forcedMessage = message;
        TellToEnd();
    }

    private void TellToEnd()
    {
        _isToldToEnd = true;
        Context.CancelTimer(SilenceTimer);
        Context.CancelTimer(LimitTimer);
        _program!.Stop();
        Context.StartTimer(GraceTimer, begin.Program.StopGrace, new GraceOver());
    }

    private void End(ProgramEnded ended)
    {
        Context.CancelTimer(SilenceTimer);
        Context.CancelTimer(LimitTimer);
        Context.CancelTimer(GraceTimer);
        _ended = new TrialEnded(
            begin.Study,
            Attempt,
            _forcedEnd ?? ended.End,
            _forcedEnd is null || _forcedMessage.Length == 0 ? ended.Message : _forcedMessage,
            _checkpoint,
            _reports);
        if (_isToldToEnd && _forcedEnd is null)
        {
            Context.Stop();
            return;
        }

        TellEnd();
        Context.StartTimer(ResendTimer, setup.ResendAfter, new ResendDue());
    }

    // An end that overtook a report, which may have been lost and has to come again, would leave
    // it behind for good.
    private void TellEnd()
    {
        if (_ended is not null && _unacknowledged.Count == 0)
            _reportTo.Tell(_ended);
    }

    private void Resend()
    {
        foreach (TrialReported report in _unacknowledged)
            _reportTo.Tell(report);
        TellEnd();
        Context.StartTimer(ResendTimer, setup.ResendAfter, new ResendDue());
    }

    private void ListenForSilence()
    {
        if (begin.Program.SilenceLimit is { } limit && !_isToldToEnd && _ended is null)
            Context.StartTimer(SilenceTimer, limit, new SilenceOver());
    }

    private static string Text(TimeSpan? time) => string.Create(
        CultureInfo.InvariantCulture, $"{time.GetValueOrDefault().TotalSeconds} s");
}
