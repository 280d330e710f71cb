namespace ActorTune.Programs;

/// <summary>
/// The exit codes of a trial program's process, after sysexits.h where it has one.
/// </summary>
public static class TrialExitCode
{
    /// <summary>The program returned, or ended as it was told to.</summary>
    public const int Returned = 0;

    /// <summary>A report was refused (EX_DATAERR).</summary>
    public const int InvalidMeasurement = 65;

    /// <summary>The engine is not there, or went away (EX_UNAVAILABLE).</summary>
    public const int EngineGone = 69;

    /// <summary>The program threw (EX_SOFTWARE).</summary>
    public const int Error = 70;

    /// <summary>The program ran out of memory (EX_OSERR).</summary>
    public const int OutOfMemory = 71;

    /// <summary>
    /// The channel's variable is not set: the engine did not start it (EX_CONFIG).
    /// </summary>
    public const int NoChannel = 78;
}
