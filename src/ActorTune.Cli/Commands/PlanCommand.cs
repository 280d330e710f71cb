using System.CommandLine;

namespace ActorTune.Cli.Commands;

internal static class PlanCommand
{
    internal static Command Create(CliConsole console) => new("plan", console.Width.ToString(CultureInfo.InvariantCulture));
}
