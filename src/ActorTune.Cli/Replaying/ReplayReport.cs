using ActorTune.Cli.Output;
using ActorTune.Cli.Screens;
using Spectre.Console;

namespace ActorTune.Cli.Replaying;

/// <summary>The screen and the tables of a study as it stood.</summary>
internal static class ReplayReport
{
    internal static void Write(CliConsole console, StudyProgress progress, SequenceNumber head)
    {
        console.Out.Write(string.Create(
            CultureInfo.InvariantCulture, $"Event {progress.State.Head} of {head}\n\n"));
        using var picture = new StringWriter();
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = console.IsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = console.IsTerminal
                ? ColorSystemSupport.Standard
                : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(picture),
        });
        terminal.Profile.Width = console.Width;
        terminal.Write(LivePicture.Of(progress, new TimeLeft(null), [], isReplayed: true));
        foreach (string line in picture.ToString().ReplaceLineEndings("\n").Split('\n'))
            console.Out.Write(line.TrimEnd() + "\n");
        new StudyReport(progress.State).Write(console.Out, console.Width);
    }
}
