using System.CommandLine;

namespace ActorTune.Cli.Commands;

/// <summary>Options that several commands have, made anew for each.</summary>
internal static class CommonOptions
{
    internal static Option<string?> Journal() => new("--journal", "-j")
    {
        Description = "The journal's file. Default: the configuration file's, the variable "
            + "ACTORTUNE_JOURNAL, or actortune.db.",
        HelpName = "PATH",
    };

    internal static Option<bool> Json() => new("--json")
    {
        Description = "Write JSON instead of text.",
    };

    internal static Option<string[]> Set() => new("--set", "-s")
    {
        Description = "Override a value of the configuration file, for example "
            + "--set stop.trials=10. May be repeated.",
        HelpName = "PATH=VALUE",
        Arity = ArgumentArity.OneOrMore,
        DefaultValueFactory = _ => [],
    };

    internal static Argument<string> File() => new("FILE")
    {
        Description = "The study's configuration file (HOCON).",
    };

    internal static Argument<string?> Study() => new("STUDY")
    {
        Description = "A study's name, or its configuration file. May be left out when the "
            + "journal has only one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    internal static Option<long?> At() => new("--at")
    {
        Description = "The state right after this event. Default: the last one.",
        HelpName = "SEQUENCE",
    };
}
