namespace ActorTune.Journal.Sqlite;

/// <summary>What a commit survives.</summary>
public enum Durability
{
    /// <summary>
    /// Every acknowledged append survives the end of the process, of the operating system and of
    /// the power: the file is synchronised with the disk at each commit.
    /// </summary>
    Full,

    /// <summary>
    /// Every acknowledged append survives the end of the process, kill -9 included. When the
    /// operating system or the power fails, the last acknowledged appends may be lost, always
    /// from the end and never from the middle. The study then goes on from an earlier point:
    /// trials may be started again that had already begun. A commit takes microseconds.
    /// </summary>
    Normal,
}
