using System.CommandLine;
using ActorTune.Cli.Output;
using ActorTune.Cli.WhatIf;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.Commands;

/// <summary><c>whatif</c>: the recorded trials under another trial scheduler.</summary>
internal sealed class WhatIfCommand
{
    private const int EstimateDraws = 200;

    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string?> _scheduler = new("--scheduler")
    {
        Description = "The trial scheduler as a configuration file writes it, for example "
            + "'{ hyperband { reduction-factor = 4 } }'. Default: the recorded one.",
        HelpName = "HOCON",
    };

    private readonly Option<string[]> _sweep = new("--sweep")
    {
        Description = "One alternative for each value of an option of the trial scheduler, for "
            + "example reduction-factor=2,3,4. May be repeated.",
        HelpName = "OPTION=VALUE,VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> _slots = new("--slots")
    {
        Description = "How many trials train at a time. Default: the most that were recorded.",
        HelpName = "COUNT",
    };

    private readonly Option<string?> _range = new("--range")
    {
        Description = "The values that the objective can take, for example 0,1. Default: as "
            + "declared, or any.",
        HelpName = "LOW,HIGH",
    };

    private readonly Option<bool> _estimate = new("--estimate")
    {
        Description = "Also estimate what is unseen, with intervals of 90 %.",
    };

    private readonly Option<int?> _top = new("--top")
    {
        Description = "How many trials are the top ones. Default: a tenth.",
        HelpName = "COUNT",
    };

    private WhatIfCommand()
    {
    }

    internal static Command Create(CliConsole console)
    {
        var options = new WhatIfCommand();
        var command = new Command(
            "whatif", "Replay the recorded trials under another trial scheduler.")
        {
            options._study, options._journal, options._scheduler, options._sweep, options._slots,
            options._range, options._estimate, options._top, options._json,
        };
        command.Does(console, (parsed, cancellation) =>
            options.AnswerAsync(parsed, console, cancellation));
        return command;
    }

    private async Task<int> AnswerAsync(
        ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        WhatIfOptions asked = Read(parsed);
        StrategyOptions? scheduler = AlternativeSchedulers.Parse(parsed.GetValue(_scheduler));
        StudyTarget target = StudyTarget.Of(
            parsed.GetValue(_study), parsed.GetValue(_journal), console);
        await using OpenStudy open = await target.OpenAsync(cancellation);
        RecordedStudy study = await RecordedStudy.LoadAsync(open, null, cancellation);
        asked = asked with { Slots = parsed.GetValue(_slots) ?? study.Slots };
        IReadOnlyList<StrategyOptions> alternatives = AlternativeSchedulers.Sweep(
            scheduler ?? study.Curves.Specification.Scheduler, parsed.GetValue(_sweep) ?? []);
        var report = new WhatIfReport(
            study, asked, study.Answer(alternatives, asked));
        if (parsed.GetValue(_json))
            JsonOutput.Write(console.Out, report.Write);
        else
            report.Write(console.Out, console.Width);
        return ExitCode.Ok;
    }

    private WhatIfOptions Read(ParseResult parsed)
    {
        int? top = parsed.GetValue(_top);
        if (top < 1)
            throw new CliException(ExitCode.BadInput, "--top must be at least 1");
        if (parsed.GetValue(_slots) < 1)
            throw new CliException(ExitCode.BadInput, "--slots must be at least 1");
        return new WhatIfOptions
        {
            Range = ReadRange(parsed.GetValue(_range)),
            Draws = parsed.GetValue(_estimate) ? EstimateDraws : 0,
            Top = top,
        };
    }

    private static ValueRange? ReadRange(string? text)
    {
        if (text is null)
            return null;
        string[] ends = text.Split(',');
        if (ends.Length == 2
            && double.TryParse(ends[0], CultureInfo.InvariantCulture, out double low)
            && double.TryParse(ends[1], CultureInfo.InvariantCulture, out double high)
            && low < high)
            return new ValueRange(low, high);
        throw new CliException(
            ExitCode.BadInput,
            $"--range needs two rising numbers such as 0,1; got '{text}'");
    }
}
