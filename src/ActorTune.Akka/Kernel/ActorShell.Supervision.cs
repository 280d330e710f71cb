using Akka.Actor;

namespace ActorTune.Akka;

/// <content>Failure, restart and end.</content>
internal sealed partial class ActorShell<TMessage>
{
    private void StopIfRequested()
    {
        if (_isStopRequested)
            BeginStop();
    }

    private void FailIfReceiving(Exception cause)
    {
        if (Phase == ShellPhase.Receiving)
            Fail(cause);
    }

    private void Fail(Exception cause)
    {
        if (_isStopRequested)
        {
            Host.Log.FailedWhileStopping(cause, _setup.Path);
            BeginStop();
            return;
        }

        var (outcome, number, backoff) =
            _restarts.OnFailure(Host.Time.GetElapsedTime(_startedAt));
        Host.Log.Failed(cause, _setup.Path, outcome, number, backoff);
        if (outcome == ActorFailureOutcome.Restart)
            BeginRestart(cause, backoff);
        else if (outcome == ActorFailureOutcome.Stop)
            BeginStop();
        else
            Escalate(cause);

        Host.OnActorFailed(
            new ActorFailure(_setup.Path, cause, outcome, number, backoff), !_setup.IsChild);
        FinishIfChildless();
    }

    private void BeginRestart(Exception cause, TimeSpan backoff)
    {
        Phase = ShellPhase.Restarting;
        SayRestarting(cause);
        EndIncarnation();
        _awaitsBackoff = true;
        var elapsed = new BackoffElapsed(_incarnationNumber);
        if (backoff > TimeSpan.Zero)
        {
            _backoff = Host.Time.CreateTimer(
                _ => _self.Tell(elapsed, ActorRefs.NoSender),
                null,
                backoff,
                Timeout.InfiniteTimeSpan);
        }
        else
        {
            _self.Tell(elapsed, ActorRefs.NoSender);
        }
    }

    private void Escalate(Exception cause)
    {
        // The parent hears of the failure before it hears that the child has ended.
        if (_setup.IsChild)
            Context.Parent.Tell(new ChildEscalated(_setup.Path, cause), ActorRefs.NoSender);
        Phase = ShellPhase.Stopping;
        EndIncarnation();
    }

    private void BeginStop()
    {
        if (Phase is ShellPhase.Stopping or ShellPhase.Stopped)
            return;
        Phase = ShellPhase.Stopping;
        EndIncarnation();
        FinishIfChildless();
    }

    private void EndIncarnation()
    {
        _incarnationNumber++;
        Release();
        foreach (AkkaRef child in _children.Values)
            child.Tell(StopSignal.Instance, ActorRefs.NoSender);
    }

    private void OnBackoffElapsed(int restart)
    {
        if (Phase != ShellPhase.Restarting || restart != _incarnationNumber)
            return;
        _awaitsBackoff = false;
        FinishIfChildless();
    }

    private void FinishIfChildless()
    {
        if (_children.Count > 0)
            return;
        if (Phase == ShellPhase.Restarting && !_awaitsBackoff)
        {
            StartIncarnation();
        }
        else if (Phase == ShellPhase.Stopping)
        {
            SayStopped();
            Phase = ShellPhase.Stopped;
            Context.Stop(_self);
        }
    }
}
