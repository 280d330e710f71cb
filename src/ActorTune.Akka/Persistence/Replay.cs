using Akka.Actor;
using Akka.Persistence;

namespace ActorTune.Akka.Persistence;

/// <summary>Reads a part of what a plugin keeps, beside the actor that writes it.</summary>
internal sealed class Replay : ReceiveActor
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<object> _events = [];
    private readonly ReplayRange _range;

    public Replay(ReplayRange range, TaskCompletionSource<Replayed> read)
    {
        _range = range;
        Receive<ReplayedMessage>(message => _events.Add(message.Persistent.Payload));
        Receive<RecoverySuccess>(end =>
        {
            read.TrySetResult(new Replayed(_events, end.HighestSequenceNr));
            Context.Stop(Self);
        });
        Receive<ReplayMessagesFailure>(failure => Fail(read, failure.Cause));
        Receive<ReceiveTimeout>(_ => Fail(read, new TimeoutException(
            $"Nothing came from the journal's plugin for {Patience}.")));
    }

    /// <summary>Reads events of one persistence id.</summary>
    public static Task<Replayed> ReadAsync(AkkaSystem system, ReplayRange range)
    {
        var read = new TaskCompletionSource<Replayed>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        system.ActorOf(Props.Create(() => new Replay(range, read)));
        return read.Task;
    }

    protected override void PreStart()
    {
        SetReceiveTimeout(Patience);
        global::Akka.Persistence.Persistence.Instance.Apply(Context.System)
            .JournalFor(_range.Plugin)
            .Tell(new ReplayMessages(
                _range.From, long.MaxValue, _range.Count, _range.PersistenceId, Self));
    }

    private void Fail(TaskCompletionSource<Replayed> read, Exception cause)
    {
        read.TrySetException(cause);
        Context.Stop(Self);
    }
}

/// <summary>What to read.</summary>
/// <param name="Plugin">The journal plugin; empty for the default one.</param>
/// <param name="PersistenceId">Whose events.</param>
/// <param name="From">The first, from 1.</param>
/// <param name="Count">At most how many.</param>
internal sealed record ReplayRange(string Plugin, string PersistenceId, long From, long Count);

/// <summary>What was read.</summary>
/// <param name="Events">The events in their order.</param>
/// <param name="Highest">How many there are in all.</param>
internal sealed record Replayed(IReadOnlyList<object> Events, long Highest);
