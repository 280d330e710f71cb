namespace ActorTune.Cli.Reading;

/// <summary>How a study runs on this machine; no part of what defines the study.</summary>
/// <param name="Journal">The journal's file, relative to the current folder.</param>
/// <param name="Slots">How many trials run at a time.</param>
/// <param name="Folder">Where attempts keep files and checkpoints.</param>
/// <param name="Durability">What a commit survives.</param>
internal sealed record NodeOptions(
    string Journal, int Slots, string Folder, Durability Durability)
{
    internal const string DefaultJournal = "actortune.db";

    internal static NodeOptions Default { get; } =
        new(DefaultJournal, Environment.ProcessorCount, "actortune-files", Durability.Full);
}
