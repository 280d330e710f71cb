namespace ActorTune.Cli;

/// <summary>What the command line tells its caller; documented in docs/cli.md.</summary>
internal static class ExitCode
{
    internal const int Ok = 0;
    internal const int Bug = 1;
    internal const int BadInput = 2;
    internal const int StudyFailed = 3;
    internal const int Interrupted = 4;
    internal const int Differences = 5;
    internal const int ForeignVersions = 6;
    internal const int JournalUnusable = 7;
    internal const int NotFound = 8;

    /// <summary>The table shown under the help of the whole command line.</summary>
    internal const string Help =
        """
        Exit codes:
          0  done; a study that was run came to its end
          1  unexpected error: a bug
          2  bad usage or configuration
          3  the study was ended by failures
          4  the study was interrupted and can be resumed
          5  verification or a comparison found differences
          6  recorded by other versions, so not all of it was verified
          7  the journal cannot be used: in use, full, read-only, missing, not a journal
          8  no such study, trial or event
        """;
}
