using System.CommandLine;

namespace ActorTune.Cli.Commands;

internal static class WhyCommand
{
    internal static Command Create(CliConsole console) => new("why", console.Width.ToString(CultureInfo.InvariantCulture));
}
