using System.CommandLine;

namespace ActorTune.Cli.Commands;

/// <summary><c>journal</c>: what is done with a study's journal as a whole.</summary>
internal static class JournalCommand
{
    internal static Command Create(CliConsole console) => new(
        "journal", "Verify, export, compare or search the journal of a study.")
    {
        JournalVerifyCommand.Create(console),
        JournalExportCommand.Create(console),
        JournalDiffCommand.Create(console),
        JournalBisectCommand.Create(console),
    };
}
