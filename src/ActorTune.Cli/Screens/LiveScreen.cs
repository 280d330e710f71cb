namespace ActorTune.Cli.Screens;

internal sealed class LiveScreen(CliConsole console, TimeLeft left) : IProgressScreen
{
    private readonly PlainScreen _plain = new(console.Out, left);

    public void Show(JournalEntry entry, StudyProgress progress, bool isNew) => _plain.Show(entry, progress, isNew);

    public void Say(string message) => _plain.Say(message);

    public ValueTask DisposeAsync() => _plain.DisposeAsync();
}
