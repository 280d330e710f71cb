namespace ActorTune.Journal.Sqlite;

/// <summary>A stored batch.</summary>
/// <param name="Last">The position of its last entry.</param>
/// <param name="Payload">Its stored form.</param>
internal readonly record struct Commit(SequenceNumber Last, byte[] Payload);
