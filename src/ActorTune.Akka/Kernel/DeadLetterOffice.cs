using System.Numerics;

namespace ActorTune.Akka;

/// <summary>Counts dead letters and tells of them.</summary>
internal sealed class DeadLetterOffice(HostLog log)
{
    private const long LoggedInFull = 10;
    private long _count;

    public event Action<DeadLetter>? Added;

    public long Count => Interlocked.Read(ref _count);

    public void Add(ActorPath recipient, object message, DeadLetterReason reason)
    {
        long count = Interlocked.Increment(ref _count);
        // An overload must not turn into an overload of the log: after the first ones, each
        // doubling of the count is told.
        if (count <= LoggedInFull || BitOperations.IsPow2(count))
            log.DeadLettered(recipient, message.GetType().Name, reason, count);
        if (Added is { } added)
            log.Guarded(added, new DeadLetter(recipient, message, reason));
    }
}
