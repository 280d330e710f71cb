using ActorTune.Strategies;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

/// <summary>
/// The answer to every measurement, so that a repeated report gets the first one. It follows from
/// the events alone and is the same for a study that was loaded.
/// </summary>
internal sealed class AnswerBook
{
    private readonly Dictionary<(TrialNumber, Resource), ReportAnswer> _answers = [];
    private (TrialNumber Trial, Resource Resource)? _last;

    internal ReportAnswer? Find(TrialNumber trial, Resource resource) =>
        _answers.GetValueOrDefault((trial, resource));

    /// <summary>Takes in an event that the state has just folded.</summary>
    internal void Observe(StudyState state, StudyEvent change)
    {
        switch (change)
        {
            case MeasurementReported measured:
                Open(state.Trial(measured.Attempt.Trial), measured.Resource);
                break;
            case TrialContinued next:
                Answer(next.Trial, AttemptInstruction.Continue, next.Until, next.Reason);
                break;
            case TrialPaused paused:
                Answer(paused.Trial, AttemptInstruction.Pause, null, paused.Reason);
                break;
            case TrialStopped stopped:
                Answer(stopped.Trial, AttemptInstruction.Stop, null, stopped.Reason);
                break;
            case TrialCompleted completed:
                Answer(completed.Trial, AttemptInstruction.Complete, null, completed.Reason);
                break;
            case StudyFact:
                _last = null;
                break;
        }
    }

    // Until a decision follows, the trial goes on.
    private void Open(TrialState trial, Resource resource)
    {
        _last = (trial.Number, resource);
        _answers[_last.Value] = new ReportAnswer(AttemptInstruction.Continue, trial.Until, null);
    }

    private void Answer(
        TrialNumber trial, AttemptInstruction decision, Resource? until, DecisionReason reason)
    {
        if (_last is { } last && last.Trial == trial)
            _answers[last] = new ReportAnswer(decision, until, reason);
    }
}
