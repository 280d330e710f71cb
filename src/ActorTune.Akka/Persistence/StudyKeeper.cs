using ActorTune.Journal;
using ActorTune.Studies;
using Akka.Actor;
using Akka.Persistence;

namespace ActorTune.Akka.Persistence;

/// <summary>
/// The persistent actor of one study: it knows where the study ends and lets in only what goes on
/// from there. It lives as long as what it knows can be trusted.
/// </summary>
internal sealed class StudyKeeper : ReceivePersistentActor
{
    private StudyEnd _end;
    private AkkaRef? _requester;

    public StudyKeeper(StudyId study, string plugin)
    {
        PersistenceId = Akka.Persistence.PersistenceId.Of(study);
        JournalPluginId = plugin;
        Recover<StoredBatch>(Apply);
        Command<AppendRequest>(Append);
        Command<EndRequest>(_ => Sender.Tell(new KeeperAnswer(AppendOutcome.Appended, _end)));
        Command<Retire>(_ => Context.Stop(Self));
    }

    public override string PersistenceId { get; }

    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        Context.Parent.Tell(new KeeperBroken(cause, _requester));

    protected override void OnPersistRejected(Exception cause, object @event, long sequenceNr)
    {
        Context.Parent.Tell(new KeeperBroken(cause, _requester));
        Context.Stop(Self);
    }

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        Context.Parent.Tell(new KeeperBroken(reason, null));

    private void Append(AppendRequest request)
    {
        if (_end.Epoch > request.Epoch)
        {
            Sender.Tell(new KeeperAnswer(AppendOutcome.StaleEpoch, _end));
            return;
        }

        if (_end.Head != request.Expected)
        {
            Sender.Tell(new KeeperAnswer(AppendOutcome.Conflict, _end));
            return;
        }

        _requester = Sender;
        Persist(request.Batch, kept =>
        {
            Apply(kept);
            _requester.Tell(new KeeperAnswer(AppendOutcome.Appended, _end));
        });
    }

    private void Apply(StoredBatch batch) =>
        _end = new StudyEnd(new SequenceNumber(batch.Last), new Epoch(batch.Epoch));
}
