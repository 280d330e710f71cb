using System.CommandLine;
using ActorTune.Cli.Programs;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>trial FUNCTION</c>: what the engine starts to run an attempt in its own process.
/// </summary>
internal static class TrialCommand
{
    internal static Command Create(CliConsole console)
    {
        var function = new Argument<string>("FUNCTION")
        {
            Description = "The trial function: an assembly's file, and after # its type.",
        };
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder that a relative name starts from.",
            HelpName = "PATH",
        };
        var command = new Command("trial", "Run one attempt for the engine that started this.")
        {
            function, folder,
        };
        command.Hidden = true;
        command.Does(console, async (parsed, _) =>
        {
            string from = parsed.GetValue(folder) ?? Environment.CurrentDirectory;
            var functions = new TrialFunctions(from, AppContext.BaseDirectory);
            return await TrialProcess.RunAsync(
                functions.Create(parsed.GetRequiredValue(function)));
        });
        return command;
    }
}
