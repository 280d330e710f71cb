namespace ActorTune.Cli.Tests;

/// <summary>A folder of its own in which a test writes files and runs commands.</summary>
internal sealed class CliFolder : IDisposable
{
    internal CliFolder() => Directory.CreateDirectory(Path);

    internal string Path { get; } = System.IO.Path.Combine(
        System.IO.Path.GetTempPath(), $"actortune-cli-{Guid.NewGuid():N}");

    internal string Journal => In("studies.db");

    /// <summary>The variables that commands see.</summary>
    internal Dictionary<string, string> Environment { get; } = [];

    /// <summary>Called with what a command does at an interrupt.</summary>
    internal Action<Action> OnInterrupt { get; set; } = _ => { };

    internal string In(string name) => System.IO.Path.Combine(Path, name);

    internal string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    /// <summary>Runs a command; a word of the form @name is a file of this folder.</summary>
    internal async Task<CliRun> RunAsync(params string[] words)
    {
        var output = new StringWriter();
        var error = new StringWriter();
        var console = new CliConsole
        {
            Out = output,
            Error = error,
            Width = 100,
            Environment = Environment,
            OnInterrupt = action =>
            {
                OnInterrupt(action);
                return new StringReader("");
            },
        };
        string[] arguments = [.. words.Select(word => word.StartsWith('@') ? In(word[1..]) : word)];
        int code = await CommandLine.RunAsync(arguments, console);
        return new CliRun(code, Clean(output), Clean(error));
    }

    /// <summary>
    /// A study simulated into this folder's journal: the same events in every run.
    /// </summary>
    internal async Task<IReadOnlyList<JournalEntry>> SimulateAsync(
        StudySpecification specification,
        Func<IReadOnlyList<JournalEntry>, IReadOnlyList<JournalEntry>>? alter = null,
        ISimulatedProgram? program = null)
    {
        program ??= new CurveProgram((trial, epoch) =>
            trial.Configuration["x"].AsDouble() * (1 - 0.5 / epoch));
        IReadOnlyList<JournalEntry> entries = StudySimulation
            .Run(specification, program, new SimulationOptions { Slots = 2 }).Events;
        entries = alter?.Invoke(entries) ?? entries;
        await using var journal = new SqliteStudyJournal(Journal);
        await using IStudyJournalWriter writer =
            await journal.OpenWriterAsync(specification.Study, default);
        await writer.AppendAsync(new Epoch(1), SequenceNumber.None, entries, default);
        return entries;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Clean(StringWriter writer) =>
        writer.ToString().Replace(Path, "FOLDER", StringComparison.Ordinal);
}
