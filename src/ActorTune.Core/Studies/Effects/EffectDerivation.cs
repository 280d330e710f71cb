using ActorTune.Studies.Events;

namespace ActorTune.Studies.Effects;

/// <summary>
/// Derives effects from events as they are folded. A pause that is undone by a promotion of the
/// same attempt is one effect: the attempt continues.
/// </summary>
internal static class EffectDerivation
{
    /// <summary>Adds what follows from an event that the state has just folded.</summary>
    internal static void Derive(StudyState state, StudyEvent change, List<StudyEffect> effects)
    {
        switch (change)
        {
            case MeasurementReported reported:
                Instruct(state, reported.Attempt, AttemptInstruction.Continue, effects);
                DropReplaced(state, reported.Attempt.Trial, effects);
                break;
            case MeasurementRepeated repeated:
                Instruct(state, repeated.Attempt, AttemptInstruction.Continue, effects);
                break;
            case AttemptEnded ended:
                Instruct(state, ended.Attempt, AttemptInstruction.Stop, effects);
                break;
            case TrialSuggested suggested:
                Begin(state, suggested.Trial, effects);
                break;
            case TrialRetried retried:
                Begin(state, retried.Attempt.Trial, effects);
                break;
            case TrialPromoted promoted:
                Promote(state, promoted, effects);
                break;
            case TrialContinued continued:
                Instruct(state, continued.Trial, AttemptInstruction.Continue, effects);
                break;
            case TrialPaused paused:
                Instruct(state, paused.Trial, AttemptInstruction.Pause, effects);
                break;
            case TrialCompleted completed:
                Instruct(state, completed.Trial, AttemptInstruction.Complete, effects);
                DropReplaced(state, completed.Trial, effects);
                break;
            case TrialStopped stopped:
                Instruct(state, stopped.Trial, AttemptInstruction.Stop, effects);
                DropReplaced(state, stopped.Trial, effects);
                break;
            case TrialCancelled cancelled:
                Instruct(state, cancelled.Trial, AttemptInstruction.Stop, effects);
                DropReplaced(state, cancelled.Trial, effects);
                break;
            case TrialFailed failed:
                DropReplaced(state, failed.Trial, effects);
                break;
            case StudyFinished finished:
                effects.Add(new AnnounceEnd(finished.Reason, finished.Best));
                break;
        }
    }

    /// <summary>
    /// What an attempt is to do now: the answer to a report that came late or twice.
    /// </summary>
    internal static InstructAttempt Standing(StudyState state, AttemptId attempt)
    {
        if (attempt.Trial.Value >= state.Trials.Count)
            return new InstructAttempt(
                attempt, default, long.MaxValue, AttemptInstruction.Stop, null);
        TrialState trial = state.Trial(attempt.Trial);
        return trial.Attempt == attempt && trial.Status == TrialStatus.Running
            ? Answer(trial, AttemptInstruction.Continue)
            : Answer(trial, Ended(trial)) with { Attempt = attempt, Report = long.MaxValue };
    }

    private static AttemptInstruction Ended(TrialState trial) => trial.Status switch
    {
        TrialStatus.Paused => AttemptInstruction.Pause,
        TrialStatus.Completed => AttemptInstruction.Complete,
        _ => AttemptInstruction.Stop,
    };

    private static InstructAttempt Answer(TrialState trial, AttemptInstruction instruction) => new(
        trial.Attempt,
        trial.Worker,
        trial.LastReport,
        instruction,
        instruction == AttemptInstruction.Continue ? trial.Until : null);

    private static void Instruct(
        StudyState state,
        AttemptId attempt,
        AttemptInstruction instruction,
        List<StudyEffect> effects) => Instruct(state, attempt.Trial, instruction, effects);

    private static void Instruct(
        StudyState state,
        TrialNumber number,
        AttemptInstruction instruction,
        List<StudyEffect> effects)
    {
        InstructAttempt answer = Answer(state.Trial(number), instruction);

        // What was decided right after a report replaces the report's plain acknowledgement.
        int last = LastAnswer(effects, answer.Attempt);
        if (last >= 0)
            effects[last] = answer;
        else
            effects.Add(answer);
    }

    // Where the effects end with an answer to the attempt, and with the checkpoints that its
    // report replaced: told to go on first, it would go past its barrier before the decision came.
    private static int LastAnswer(List<StudyEffect> effects, AttemptId attempt)
    {
        int last = effects.Count - 1;
        while (last >= 0 && effects[last] is DropCheckpoint)
            last--;
        return last >= 0 && effects[last] is InstructAttempt answer && answer.Attempt == attempt
            ? last
            : -1;
    }

    private static void Begin(StudyState state, TrialNumber number, List<StudyEffect> effects)
    {
        TrialState trial = state.Trial(number);
        effects.Add(new BeginAttempt(
            trial.Attempt,
            trial.Worker,
            trial.Offer,
            state.Offers[trial.Offer].Slots,
            trial.Configuration,
            state.Specification.TrialSeed(number),
            trial.From,
            trial.Until));
    }

    private static void Promote(
        StudyState state, TrialPromoted promoted, List<StudyEffect> effects)
    {
        if (LastAnswer(effects, promoted.Attempt) >= 0)
            Instruct(state, promoted.Attempt.Trial, AttemptInstruction.Continue, effects);
        else
            Begin(state, promoted.Attempt.Trial, effects);
    }

    /// <summary>
    /// Drops what a trial does not need any more, and what it alone held of its donor's.
    /// </summary>
    private static void DropReplaced(
        StudyState state, TrialNumber number, List<StudyEffect> effects)
    {
        TrialState trial = state.Trial(number);
        DropReplaced(trial, effects);
        if (trial.Origin is { HoldsInherited: false, Inherited: { } inherited })
            DropReplaced(state.Trial(inherited.Attempt.Trial), effects);
    }

    private static void DropReplaced(TrialState trial, List<StudyEffect> effects)
    {
        foreach (Checkpoint replaced in trial.TakeReplaced())
            effects.Add(new DropCheckpoint(replaced, trial.Worker));
    }
}
