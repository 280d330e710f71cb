using System.CommandLine;
using ActorTune.Cli.Output;
using ActorTune.Cli.Planning;
using ActorTune.Cli.Reading;

namespace ActorTune.Cli.Commands;

/// <summary><c>plan FILE</c>: what a study will do, without training anything.</summary>
internal static class PlanCommand
{
    internal static Command Create(CliConsole console)
    {
        Argument<string> file = CommonOptions.File();
        Option<string[]> set = CommonOptions.Set();
        Option<bool> json = CommonOptions.Json();
        var slots = new Option<int?>("--slots")
        {
            Description = "How many trials run at a time. Default: the file's run.slots.",
            HelpName = "COUNT",
        };
        var command = new Command(
            "plan", "Simulate a study and show rungs, brackets, trials and expected resource.")
        {
            file, set, slots, json,
        };
        command.Does(console, async (parsed, cancellation) =>
        {
            StudyFile study = RunCommand.Load(
                parsed, file, set, CommonOptions.Journal(), slots, console);
            PlanReport report = await PlanReport.OfAsync(study, cancellation);
            if (parsed.GetValue(json))
                JsonOutput.Write(console.Out, report.Write);
            else
                report.Write(console.Out, console.Width);
            return ExitCode.Ok;
        });
        return command;
    }
}
