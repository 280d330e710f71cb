namespace ActorTune.Simulation.WhatIf;

/// <content>What trials report, and what follows.</content>
internal sealed partial class Replay
{
    private void Plan(ReplayedTrial trial)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        long most = _curves.FullResource;
        long from = _skipsToDecisions || trial.IsFinishing
            ? trial.Until?.Units ?? most
            : trial.AttemptResource + 1;
        long next = curve.ReportFrom(Math.Max(from, trial.AttemptResource + 1), most);
        long units = next - trial.AttemptResource;
        if (next > curve.Last && curve.End != CurveEnd.Cut)
        {
            // Its recorded end comes before the report: at once, or while it trains a unit more.
            bool failed = curve.End == CurveEnd.Failed;
            units = Math.Max(0, curve.Last - trial.AttemptResource) + (failed ? 1 : 0);
            next = 0;
        }

        trial.Next = next;
        trial.Ticks += units * curve.UnitTime.Ticks;
        _running.Enqueue(trial, (Ticks + units * curve.UnitTime.Ticks, _order++));
    }

    private void Happen(ReplayedTrial trial)
    {
        _justPaused = null;
        if (trial.Next == 0)
        {
            End(trial);
            return;
        }

        Spent += trial.Next - trial.AttemptResource;
        trial.AttemptResource = trial.Next;
        bool isPoint = trial.Until is { } until && trial.Next >= until.Units;
        if (trial.Next > trial.Resource)
        {
            if (!Measure(trial, isPoint))
                return;
        }

        if (trial.IsFinishing && isPoint)
            Tell(trial, TrialChangeKind.Completed, new Resource(trial.Resource));
        else
            Decide(trial, isPoint);
    }

    private bool Measure(ReplayedTrial trial, bool isPoint)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        trial.Resource = trial.Next;
        trial.IsMeasured = true;
        int index = curve.FirstFrom(trial.Next);
        if (index < curve.Count)
        {
            trial.Key = _values.Seen(trial.Number, index);
        }
        else if (_completion is { } completion)
        {
            trial.Key = _values.Turn(_values.Completed(
                trial.Number, trial.Next, completion, _curves.FullResource));
        }
        else if (!_skipsToDecisions || (isPoint && trial.Next < _curves.FullResource))
        {
            Missing = new UnseenDecision(
                new TrialNumber(trial.Number), new Resource(trial.Next));
            return false;
        }

        _scheduler.Observe(Change(trial, TrialChangeKind.Measured, trial.Next, isPoint));
        return true;
    }

    private void Decide(ReplayedTrial trial, bool isPoint)
    {
        SchedulerDecision decision = default;
        if (isPoint || _scheduler.JudgesEveryReport)
            decision = _scheduler.OnMeasurement(
                Change(trial, TrialChangeKind.Measured, trial.Next, isPoint));
        if (!isPoint && decision.Action != SchedulerAction.Stop)
        {
            Plan(trial);
            return;
        }

        Obey(trial, decision);
    }

    private void Obey(ReplayedTrial trial, in SchedulerDecision decision)
    {
        var at = new Resource(trial.Resource);
        switch (decision.Action)
        {
            case SchedulerAction.Continue:
                trial.Until = decision.Until;
                Tell(trial, TrialChangeKind.Continued, decision.Until);
                Plan(trial);
                break;
            case SchedulerAction.Pause:
                trial.IsPaused = true;
                _justPaused = trial;
                Tell(trial, TrialChangeKind.Paused, at);
                break;
            case SchedulerAction.Stop:
                Tell(trial, TrialChangeKind.Stopped, at);
                break;
            default:
                Tell(trial, TrialChangeKind.Completed, at);
                break;
        }
    }

    private void End(ReplayedTrial trial)
    {
        RecordedCurve curve = _curves.All[trial.Number];
        long trained = Math.Max(0, curve.Last - trial.AttemptResource);
        Spent += trained;
        trial.IsFailed = curve.End == CurveEnd.Failed;
        if (trained > 0 && curve.Last > trial.Resource)
        {
            trial.Resource = curve.Last;
            trial.Key = _values.Seen(trial.Number, curve.Count - 1);
            trial.IsMeasured = true;
            _scheduler.Observe(Change(trial, TrialChangeKind.Measured, curve.Last, false));
        }

        Tell(
            trial,
            trial.IsFailed ? TrialChangeKind.Failed : TrialChangeKind.Completed,
            new Resource(trial.Resource));
    }
}
