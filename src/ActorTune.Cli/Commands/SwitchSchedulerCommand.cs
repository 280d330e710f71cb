using System.CommandLine;
using ActorTune.Cli.Output;
using ActorTune.Cli.WhatIf;

namespace ActorTune.Cli.Commands;

/// <summary>
/// <c>switch-scheduler</c>: another trial scheduler takes over a study that nobody runs.
/// </summary>
internal sealed class SwitchSchedulerCommand
{
    private readonly CliConsole _console;
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string> _to = new("--to")
    {
        Description = "The trial scheduler as a configuration file has it, for example "
            + "--to 'hyperband { reduction-factor = 3 }'.",
        HelpName = "SCHEDULER",
        Required = true,
    };

    private SwitchSchedulerCommand(CliConsole console) => _console = console;

    internal static Command Create(CliConsole console)
    {
        var change = new SwitchSchedulerCommand(console);
        var command = new Command(
            "switch-scheduler",
            "Let another trial scheduler take over a study. It takes effect when the study is "
            + "resumed.")
        {
            change._study, change._to, change._journal, change._json,
        };
        command.Does(console, change.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), _console);
        StrategyOptions scheduler =
            AlternativeSchedulers.Parse(parsed.GetRequiredValue(_to), _to.Name)!;
        await using OpenStudy open = await target.OpenAsync(cancellation);
        StudyState before = await open.FoldAsync(null, cancellation);
        StudyState after = await SwitchAsync(open, scheduler, cancellation);
        if (parsed.GetValue(_json))
            JsonOutput.Write(_console.Out, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("study", open.Study.Name);
                writer.WriteString("from", before.Specification.Scheduler.ToString());
                writer.WriteString("to", after.Specification.Scheduler.ToString());
                writer.WriteNumber("sequence", after.Head.Value);
                writer.WriteNumber("trials", after.StartedCount);
                writer.WriteEndObject();
            });
        else
            Write(open.Study, before, after);
        return ExitCode.Ok;
    }

    private static async Task<StudyState> SwitchAsync(
        OpenStudy open, StrategyOptions scheduler, CancellationToken cancellation)
    {
        try
        {
            return await StoredStudies.SwitchSchedulerAsync(
                open.Journal, open.Study, scheduler, cancellation);
        }
        catch (StudyInUseException inUse)
        {
            throw new CliException(
                ExitCode.JournalUnusable,
                inUse.Message + " An interrupt pauses it and loses nothing: switch then, and "
                + "resume it.");
        }
        catch (InvalidOperationException refused)
        {
            throw new CliException(ExitCode.BadInput, refused.Message.Replace("; ", "\n"));
        }
    }

    private void Write(StudyId study, StudyState before, StudyState after)
    {
        _console.Out.Write($"Study '{study}' changed at event {after.Head} from "
            + $"{before.Specification.Scheduler} to {after.Specification.Scheduler}.\n");
        _console.Out.Write($"  {Numbers.Of(after.StartedCount, "trial")} were entered in every "
            + "rung for which they have a measurement; stopped ones stay stopped\n");
        if (after.Running.Count > 0)
            _console.Out.Write($"  {Numbers.Of(after.Running.Count, "trial")} that ran go on to "
                + "their next decision, which the new one takes\n");
        _console.Out.Write("Go on with it: actortune run FILE --resume, where FILE names the new "
            + "scheduler.\n");
    }
}
