using System.CommandLine;
using ActorTune.Analysis;
using ActorTune.Cli.Analysis;

namespace ActorTune.Cli.Commands;

/// <summary><c>analyze</c>: what a study tells about its parameters, and about others.</summary>
internal sealed class AnalyzeCommand
{
    private readonly Argument<string?> _study = CommonOptions.Study();
    private readonly Option<string?> _journal = CommonOptions.Journal();
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string?> _importance = new("--importance")
    {
        Description = "How much each parameter matters, by one of "
            + $"{string.Join(", ", ImportanceMethods.Names)}.",
        HelpName = "METHOD",
    };

    private readonly Option<string?> _effect = new("--effect")
    {
        Description = "How the objective depends on a parameter.",
        HelpName = "PARAMETER",
    };

    private readonly Option<string[]> _interaction = new("--interaction")
    {
        Description = "How it depends on two parameters together.",
        HelpName = "PARAMETER",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _edf = new("--edf")
    {
        Description = "Which values a share of the trials reach; with --compare side by side.",
    };

    private readonly Option<string[]> _compare = new("--compare")
    {
        Description = "Compare with another study by a test of Mann and Whitney. May be repeated.",
        HelpName = "STUDY",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int?> _top = new("--top")
    {
        Description = "The best trials with their ranks.",
        HelpName = "COUNT",
    };

    private readonly Option<bool> _history = new("--history")
    {
        Description = "The trials that were better than all before them.",
    };

    private readonly Option<string?> _objective = new("--objective")
    {
        Description = "The metric of one of several objectives. Default: the first.",
        HelpName = "METRIC",
    };

    private readonly Option<long?> _resource = new("--resource")
    {
        Description = "Compare the values at this resource. Default: the highest measured.",
        HelpName = "UNITS",
    };

    private readonly Option<bool> _any = new("--any-fidelity")
    {
        Description = "Compare the last value of every trial, however little it was trained.",
    };

    private AnalyzeCommand()
    {
    }

    internal static Command Create(CliConsole console)
    {
        var options = new AnalyzeCommand();
        var command = new Command("analyze", "Show what a study tells about its parameters.")
        {
            options._study, options._journal, options._importance, options._effect,
            options._interaction, options._edf, options._compare, options._top, options._history,
            options._objective, options._resource, options._any, options._json,
        };
        command.Does(console, (parsed, cancellation) =>
            options.RunAsync(parsed, console, cancellation));
        return command;
    }

    private async Task<int> RunAsync(
        ParseResult parsed, CliConsole console, CancellationToken cancellation)
    {
        AnalysisRequest request = Read(parsed);
        string? journal = parsed.GetValue(_journal);
        AnalyzedStudy study = await AnalyzedStudy.LoadAsync(
            StudyTarget.Of(parsed.GetValue(_study), journal, console), request, cancellation);
        var others = new List<AnalyzedStudy>();
        foreach (string other in request.Others)
            others.Add(await AnalyzedStudy.LoadAsync(
                StudyTarget.Of(other, journal, console), request, cancellation));
        var analysis = StudyAnalysis.Of(request, study, others);
        if (parsed.GetValue(_json))
            analysis.WriteJson(console.Out);
        else
            analysis.WriteText(console.Out, console.Width);
        return ExitCode.Ok;
    }

    private AnalysisRequest Read(ParseResult parsed)
    {
        int? top = parsed.GetValue(_top);
        if (top < 1)
            throw new CliException(ExitCode.BadInput, "--top must be at least 1");
        return new AnalysisRequest
        {
            Selection = ReadSelection(parsed),
            Objective = parsed.GetValue(_objective),
            Importance = ReadMethod(parsed.GetValue(_importance)),
            Effect = parsed.GetValue(_effect),
            Interaction = parsed.GetValue(_interaction) ?? [],
            HasDistribution = parsed.GetValue(_edf),
            HasHistory = parsed.GetValue(_history),
            Top = top,
            Others = parsed.GetValue(_compare) ?? [],
        };
    }

    private TrialSelection ReadSelection(ParseResult parsed)
    {
        long? resource = parsed.GetValue(_resource);
        bool isAny = parsed.GetValue(_any);
        if (resource < 1)
            throw new CliException(ExitCode.BadInput, "--resource must be at least 1");
        if (isAny && resource is not null)
            throw new CliException(
                ExitCode.BadInput, "--resource and --any-fidelity exclude each other");
        if (isAny)
            return TrialSelection.AtAnyResource;
        return resource is { } units
            ? TrialSelection.At(new Resource(units))
            : TrialSelection.AtHighestResource;
    }

    private static ImportanceMethod? ReadMethod(string? name) => name is null
        ? null
        : ImportanceMethods.Find(name) ?? throw new CliException(
            ExitCode.BadInput,
            $"there is no method '{name}'; there are {string.Join(", ", ImportanceMethods.Names)}");
}
