using System.CommandLine;

namespace ActorTune.Cli.Commands;

internal static class DoctorCommand
{
    internal static Command Create(CliConsole console) => new("doctor", console.Width.ToString(CultureInfo.InvariantCulture));
}
