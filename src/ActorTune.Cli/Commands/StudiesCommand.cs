using System.CommandLine;

namespace ActorTune.Cli.Commands;

internal static class StudiesCommand
{
    internal static Command Create(CliConsole console) => new("studies", console.Width.ToString(CultureInfo.InvariantCulture));
}
