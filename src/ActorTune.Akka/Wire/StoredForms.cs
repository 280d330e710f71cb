using ActorTune.Akka.Persistence;

namespace ActorTune.Akka.Wire;

/// <summary>What Akka.Persistence keeps.</summary>
internal static class StoredForms
{
    public static IEnumerable<WireForm> All =>
    [
        WireForm.Of<StoredBatch>(
            "stored-batch/1",
            (to, batch) =>
            {
                to.Write(batch.Last);
                to.Write(batch.Epoch);
                to.Write(batch.FirstAt);
                to.Write(batch.LastAt);
                to.Write(batch.Payload.Length);
                to.Write(batch.Payload);
            },
            from => new(
                from.ReadInt64(),
                from.ReadInt32(),
                from.ReadInt64(),
                from.ReadInt64(),
                from.ReadPayload())),
        WireForm.Of<StudyNamed>(
            "study-named/1", (to, named) => to.Write(named.Study), from => new(from.ReadStudy())),
    ];
}
