using ActorTune.Cli;
using ActorTune.Cli.Checks;

// A trial's process opens no journal, and starts the sooner for it.
if (args is not ["trial", ..])
    SystemSqlite.Prefer();
return await CommandLine.RunAsync(args, CliConsole.OfProcess());
