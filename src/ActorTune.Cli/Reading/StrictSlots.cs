namespace ActorTune.Cli.Reading;

/// <summary>Whether a machine can keep the order of a strict study.</summary>
internal static class StrictSlots
{
    /// <exception cref="CliException">
    /// Trials that wait could not make room for earlier ones.
    /// </exception>
    internal static void Check(StudyFile file)
    {
        int atATime = file.Node.Slots / Math.Max(1, file.SlotsPerTrial);
        if (file.Strict is not { } strict || file.Program.Resumes || atATime >= strict.Slots)
            return;
        throw new CliException(ExitCode.BadInput, string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Path}: {atATime} trials at a time are too few for {strict.Slots} logical slots "
                + $"(reproducible.slots) of a program that does not resume: a trial that waits for "
                + $"an earlier one could not make room for it. Run it with --slots "
                + $"{strict.Slots * file.SlotsPerTrial}, or save checkpoints and set "
                + $"program.resumes = true"));
    }
}
