namespace ActorTune.Cli.Running;

/// <summary>Resumes a study under other stop conditions.</summary>
internal static class StopChange
{
    private const int MostTries = 10;

    /// <summary>
    /// Resumes and changes. A study that had ended comes to rest again as soon as it was read, and
    /// then nobody answers; whether the change came in before that is a matter of microseconds, so
    /// it is looked up and, where it did not, tried again.
    /// </summary>
    /// <exception cref="CliException">The conditions are refused.</exception>
    internal static async Task<IStudyRun> ResumeAsync(
        ITuner tuner, StudyId study, StopConditions stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            IStudyRun run = await tuner.ResumeAsync(study);
            Task change = run.ChangeStopAsync(stop);
            if (await Task.WhenAny(change, run.Completion) == change || attempt == MostTries)
            {
                await AcceptedAsync(change);
                return run;
            }

            _ = change.ContinueWith(
                static unanswered => unanswered.Exception, TaskScheduler.Default);
            await run.Completion;
            if ((await tuner.ReadAsync(study)).Specification.Stop == stop)
                return run;
        }
    }

    private static async Task AcceptedAsync(Task change)
    {
        try
        {
            await change;
        }
        catch (InvalidOperationException refused)
        {
            throw new CliException(
                ExitCode.BadInput, $"the stop conditions cannot be changed: {refused.Message}");
        }
    }
}
