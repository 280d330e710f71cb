using System.CommandLine;
using System.Text.Json;
using ActorTune.Cli.Output;
using ActorTune.Cli.WhatIf;

namespace ActorTune.Cli.Commands;

/// <summary><c>show</c>: a study with its rungs and trials, now or at any event.</summary>
internal sealed class ShowCommand
{
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<long?> _at = CommonOptions.At();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<bool> _shadows = new("--shadows")
    {
        Description = "Compare with other trial schedulers on the same measurements: those under "
            + "'shadows' in the configuration file, or the usual ones.",
    };

    private ShowCommand()
    {
    }

    internal static Command Create(CliConsole console)
    {
        var show = new ShowCommand();
        var command = new Command("show", "Show a study: where it stands, its rungs, its trials.")
        {
            show._study, show._journal, show._at, show._shadows, show._json,
        };
        command.Does(console, (parsed, cancellation) =>
            show.RunAsync(parsed, console, cancellation));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), console);
        await using OpenStudy open = await target.OpenAsync(cancellation);
        long? at = parsed.GetValue(_at);
        if (parsed.GetValue(_shadows))
        {
            RecordedStudy recorded = await RecordedStudy.LoadAsync(open, at, cancellation);
            WhatIfReport shadows = ShadowSchedulers.Compare(recorded, target.Shadows);
            Write(parsed, console, shadows.Write, shadows.Write);
        }
        else
        {
            var report = new StudyReport(await open.FoldAsync(at, cancellation));
            Write(parsed, console, report.Write, report.Write);
        }

        return ExitCode.Ok;
    }

    private void Write(
        ParseResult parsed,
        CliConsole console,
        Action<Utf8JsonWriter> json,
        Action<TextWriter, int> text)
    {
        if (parsed.GetValue(_json))
            JsonOutput.Write(console.Out, json);
        else
            text(console.Out, console.Width);
    }
}
