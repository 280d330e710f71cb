using System.CommandLine;

namespace ActorTune.Cli.Commands;

internal static class ShowCommand
{
    internal static Command Create(CliConsole console) => new("show", console.Width.ToString(CultureInfo.InvariantCulture));
}
