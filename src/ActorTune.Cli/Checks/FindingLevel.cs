namespace ActorTune.Cli.Checks;

/// <summary>Whether studies can run with what was found.</summary>
internal enum FindingLevel
{
    Ok,
    Warning,
    Error,
}
