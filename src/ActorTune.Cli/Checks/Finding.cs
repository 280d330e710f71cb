namespace ActorTune.Cli.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Level">Whether studies can run with it.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Text">What was found, and the way out where it is not well.</param>
internal sealed record Finding(FindingLevel Level, string Subject, string Text);
