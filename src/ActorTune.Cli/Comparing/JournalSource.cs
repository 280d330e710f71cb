using ActorTune.Cli.Commands;

namespace ActorTune.Cli.Comparing;

/// <summary>A study in a journal, or an exported one in a file of JSON lines.</summary>
internal sealed class JournalSource : IAsyncDisposable
{
    private readonly OpenStudy? _study;
    private readonly StreamReader? _file;

    private JournalSource(OpenStudy? study, StreamReader? file)
    {
        _study = study;
        _file = file;
    }

    /// <summary>Opens what the user named.</summary>
    /// <param name="named">A study, its configuration file, or a file that ends in .jsonl.</param>
    /// <param name="journal">The journal, where the name says none.</param>
    /// <param name="console">Has the environment.</param>
    /// <param name="cancellation">Gives up.</param>
    internal static async Task<JournalSource> OpenAsync(
        string named, string? journal, CliConsole console, CancellationToken cancellation)
    {
        if (!named.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase))
            return new JournalSource(
                await StudyTarget.Of(named, journal, console).OpenAsync(cancellation), null);
        if (!File.Exists(named))
            throw new CliException(ExitCode.NotFound, $"there is no file '{named}'");
        return new JournalSource(null, new StreamReader(named));
    }

    /// <summary>All its entries; they can be read once.</summary>
    internal IAsyncEnumerable<JournalEntry> ReadAsync(CancellationToken cancellation) =>
        _study is null
            ? JournalImport.ReadJsonLinesAsync(_file!, null, cancellation)
            : _study.ReadAsync(_study.Listing.Head, cancellation);

    public async ValueTask DisposeAsync()
    {
        _file?.Dispose();
        if (_study is not null)
            await _study.DisposeAsync();
    }
}
