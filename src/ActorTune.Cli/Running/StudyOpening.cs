using ActorTune.Cli.Output;
using ActorTune.Cli.Reading;

namespace ActorTune.Cli.Running;

/// <summary>
/// How a run begins: what is created or continued, and what the user is told of it.
/// </summary>
/// <param name="Specification">The specification to run.</param>
/// <param name="Recorded">The study as the journal has it; null: it is created.</param>
/// <param name="ChangedStop">Stop conditions that differ from the recorded; null: none do.</param>
/// <param name="Choices">
/// A sentence for each default that was chosen and each study that it starts from.
/// </param>
/// <param name="Earlier">What a created study takes over from earlier ones.</param>
internal sealed record StudyOpening(
    StudySpecification Specification,
    StudyState? Recorded,
    StopConditions? ChangedStop,
    IReadOnlyList<string> Choices,
    IReadOnlyList<EarlierTrials> Earlier)
{
    /// <summary>Whether the study ended and nothing makes it go on.</summary>
    internal bool IsOver =>
        Recorded is { Phase: StudyPhase.Finished } && ChangedStop is null;

    internal SequenceNumber Known => Recorded?.Head ?? SequenceNumber.None;

    /// <summary>Decides whether to create or to continue.</summary>
    /// <exception cref="CliException">
    /// The study exists and was not to be resumed, or its file says something else now.
    /// </exception>
    internal static async Task<StudyOpening> DecideAsync(
        StudyFile file, SqliteStudyJournal journal, bool resume, CancellationToken cancellation)
    {
        StudyState? recorded = await JournalFiles.FoldAsync(
            journal, file.Study, cancellation: cancellation);
        if (recorded is not null && !resume)
            throw new CliException(ExitCode.BadInput,
                $"the journal '{journal.Path}' has a study '{file.Study}' already "
                + $"({Numbers.Of(recorded.Head.Value, "event")}, "
                + $"{Numbers.Of(recorded.Trials.Count, "trial")}); go on with it with --resume, "
                + "or give the study another name");
        ResolvedDefinition resolved = file.Resolve(recorded?.Specification);
        if (recorded is null)
            return await CreateAsync(file, journal, resolved, cancellation);
        RefuseDifferences(file, recorded.Specification, resolved.Specification);
        StopConditions stop = resolved.Specification.Stop;
        return new StudyOpening(
            recorded.Specification,
            recorded,
            stop == recorded.Specification.Stop ? null : stop,
            [],
            []);
    }

    /// <summary>Says what is begun.</summary>
    internal void Tell(CliConsole console, SqliteStudyJournal journal, bool resume)
    {
        StudyId study = Specification.Study;
        if (Recorded is null)
            console.Out.Write(resume
                ? $"There is no study '{study}' in '{journal.Path}' yet: creating it.\n"
                : $"Creating study '{study}' in '{journal.Path}'.\n");
        else if (IsOver)
            console.Out.Write($"Study '{study}' in '{journal.Path}' had ended before and nothing "
                + "is left to do; raise its stop conditions to go on with it.\n");
        else
            console.Out.Write($"Continuing study '{study}' in '{journal.Path}' after event "
                + $"{Recorded.Head}: {Numbers.Of(Recorded.Trials.Count, "trial")}, "
                + $"{Numbers.Of(Recorded.SpentResource, Specification.ResourceUnit)} spent.\n");
        foreach (string choice in Choices)
            console.Out.Write($"  {choice}\n");
        if (Specification.Strict is { } strict && !IsOver)
            console.Out.Write($"  {StrictText.Order(strict)}\n");
        if (ChangedStop is not null)
            console.Out.Write("  the stop conditions differ from the recorded ones: they are "
                + "changed, and the change is recorded\n");
    }

    private static async Task<StudyOpening> CreateAsync(
        StudyFile file,
        SqliteStudyJournal journal,
        ResolvedDefinition resolved,
        CancellationToken cancellation)
    {
        IReadOnlyList<EarlierTrials> earlier = await EarlierStudies.ReadAsync(
            journal, file.StartFrom, resolved.Specification.SearchSpace, cancellation);
        return new StudyOpening(
            resolved.Specification,
            null,
            null,
            [.. resolved.Choices, .. earlier.Select(study => study.ToString())],
            earlier);
    }

    private static void RefuseDifferences(
        StudyFile file, StudySpecification recorded, StudySpecification now)
    {
        IReadOnlyList<string> differences = SpecificationDifferences.Find(recorded, now);
        if (differences.Count == 0)
            return;
        throw new CliException(ExitCode.BadInput,
            $"'{file.Path}' defines another study than the recorded '{recorded.Study}'; only stop "
            + "conditions may change. Undo the differences or give the study another name:\n"
            + string.Join('\n', differences.Select(difference => "  " + difference)));
    }
}
