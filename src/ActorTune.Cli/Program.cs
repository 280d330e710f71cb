using ActorTune.Cli;
using ActorTune.Cli.Checks;

SystemSqlite.Prefer();
return await CommandLine.RunAsync(args, CliConsole.OfProcess());
