using ActorTune.Studies;

namespace ActorTune.Akka.Persistence;

/// <summary>One commit as Akka.Persistence keeps it: one event of its own, so that it is whole or
/// not there in every plugin.</summary>
/// <param name="Last">The position of its last entry.</param>
/// <param name="Epoch">The epoch of its entries.</param>
/// <param name="FirstAt">The time of its first entry, in ticks (UTC).</param>
/// <param name="LastAt">The time of its last entry, in ticks (UTC).</param>
/// <param name="Payload">The entries in the stored form of all journals.</param>
internal sealed record StoredBatch(
    long Last, int Epoch, long FirstAt, long LastAt, byte[] Payload);

/// <summary>A study was begun: what the list of studies is made of.</summary>
/// <param name="Study">The study.</param>
internal sealed record StudyNamed(StudyId Study);

/// <summary>Where a study's journal ends.</summary>
/// <param name="Head">The last position.</param>
/// <param name="Epoch">The newest epoch.</param>
internal readonly record struct StudyEnd(SequenceNumber Head, Epoch Epoch);

/// <summary>The names under which Akka.Persistence keeps what belongs to us.</summary>
internal static class PersistenceId
{
    public const string Names = "actortune-studies";

    public static string Of(StudyId study) => $"actortune-study-{study.Name}";
}
