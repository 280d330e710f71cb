namespace ActorTune.Studies.Gates;

/// <summary>How often machines may disturb one trial of a strict study.</summary>
internal static class Disturbances
{
    /// <summary>
    /// What to tell where a trial was disturbed too often; null where it was not.
    /// </summary>
    internal static string? Describe(TrialState trial, FailurePolicy policy)
    {
        TrialSetbacks setbacks = trial.Setbacks;
        if (setbacks.LostWorkerRetries > policy.LostWorkerRetries)
            return Text(
                trial, setbacks.LostWorkerRetries, "lost its worker or was ended from outside");
        if (setbacks.HangRetries > policy.HangRetries)
            return Text(
                trial, setbacks.HangRetries, "was silent for longer than the silence limit");
        return setbacks.OutOfMemoryRetries > policy.OutOfMemoryRetries
            ? Text(trial, setbacks.OutOfMemoryRetries, "ran out of memory")
            : null;
    }

    private static string Text(TrialState trial, int count, string what)
    {
        string often = count.ToString(CultureInfo.InvariantCulture);
        string said = trial.LastMessage.Length == 0 ? "" : $" ({trial.LastMessage})";
        return $"trial {trial.Number} {what} {often} {(count == 1 ? "time" : "times")}{said}; "
            + "a strict study cannot go on without its result";
    }
}
