using ActorTune.Cli.Reading;

namespace ActorTune.Cli.Commands;

/// <summary>Which study of which journal a command is about.</summary>
/// <param name="Journal">The journal's file.</param>
/// <param name="Study">The study's name; null: the only one.</param>
internal sealed record StudyTarget(string Journal, string? Study)
{
    /// <summary>
    /// The trial schedulers that the study's file compares it with; none where no file is named.
    /// </summary>
    internal IReadOnlyList<StrategyOptions> Shadows { get; private init; } = [];

    internal const string JournalVariable = "ACTORTUNE_JOURNAL";

    /// <summary>Reads what the user named: a study, or a configuration file of one.</summary>
    internal static StudyTarget Of(string? named, string? journal, CliConsole console)
    {
        string fallback = journal
            ?? console.Variable(JournalVariable) ?? NodeOptions.DefaultJournal;
        if (named is null)
            return new StudyTarget(fallback, null);
        bool isFile = named.EndsWith(".conf", StringComparison.OrdinalIgnoreCase)
            || (!StudyId.IsValid(named) && File.Exists(named));
        if (!isFile)
            return new StudyTarget(fallback, named);
        StudyFile file = ConfigurationFile.Load(named, null, console.Environment);
        return new StudyTarget(journal ?? file.Node.Journal, file.Study.Name)
        {
            Shadows = file.Shadows,
        };
    }

    /// <summary>Opens the journal and finds the study.</summary>
    internal async Task<OpenStudy> OpenAsync(CancellationToken cancellation)
    {
        SqliteStudyJournal journal = JournalFiles.OpenExisting(Journal);
        try
        {
            return new OpenStudy(
                journal, await JournalFiles.FindAsync(journal, Study, cancellation));
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }
}
