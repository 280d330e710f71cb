using System.CommandLine;
using System.CommandLine.Parsing;
using ActorTune.Cli.Commands;

namespace ActorTune.Cli;

/// <summary>The command line as a whole: its commands, and what becomes of errors.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="arguments">The arguments without the program's name.</param>
    /// <param name="console">The process around it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CliConsole console)
    {
        RootCommand root = Create(console);
        string[] shown = arguments.Count == 0 ? ["--help"] : [.. arguments];
        ParseResult parsed = root.Parse(shown);
        bool isHelp = shown.Any(word => word is "--help" or "-h" or "-?" or "--version");
        if (parsed.Errors.Count > 0 && !isHelp)
            return Refuse(parsed, console);
        int code = await parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        if (isHelp && parsed.CommandResult.Command == root && !shown.Contains("--version"))
            console.Out.Write(ExitCode.Help + "\n");
        return code;
    }

    private static RootCommand Create(CliConsole console)
    {
        var root = new RootCommand(
            "Tunes hyperparameters: runs, plans, explains and verifies studies.")
        {
            RunCommand.Create(console),
            ForkCommand.Create(console),
            SwitchSchedulerCommand.Create(console),
            PlanCommand.Create(console),
            StudiesCommand.Create(console),
            ShowCommand.Create(console),
            ReplayCommand.Create(console),
            BestCommand.Create(console),
            AnalyzeCommand.Create(console),
            WhyCommand.Create(console),
            WhatIfCommand.Create(console),
            JournalCommand.Create(console),
            AskTellCommand.Create(console),
            DoctorCommand.Create(console),
            TrialCommand.Create(console),
        };
        return root;
    }

    private static int Refuse(ParseResult parsed, CliConsole console)
    {
        // A word that is no command also leaves the command out: one message is enough.
        bool hasUnknown = parsed.UnmatchedTokens.Count > 0;
        foreach (ParseError error in parsed.Errors.Skip(hasUnknown ? parsed.Errors.Count - 1 : 0))
            console.Error.Write($"error: {error.Message}\n");
        string command = parsed.CommandResult.Command is RootCommand
            ? ""
            : " " + string.Join(' ', Names(parsed.CommandResult));
        console.Error.Write($"See actortune{command} --help.\n");
        return ExitCode.BadInput;
    }

    private static IEnumerable<string> Names(SymbolResult? result) =>
        result is CommandResult { Command: not RootCommand } command
            ? Names(command.Parent).Append(command.Command.Name)
            : [];
}
