using ActorTune.Journal;
using ActorTune.Studies;
using Akka.Actor;
using Akka.Persistence;

namespace ActorTune.Akka.Persistence;

/// <summary>The persistent actor that knows the names of all studies. An append to it names the
/// study of the request.</summary>
internal sealed class NamesKeeper : ReceivePersistentActor
{
    private readonly HashSet<StudyId> _names = [];
    private AkkaRef? _requester;

    public NamesKeeper(string plugin)
    {
        JournalPluginId = plugin;
        Recover<StudyNamed>(named => _names.Add(named.Study));
        Command<EndRequest>(Name);
        Command<Retire>(_ => Context.Stop(Self));
    }

    public override string PersistenceId => Akka.Persistence.PersistenceId.Names;

    public override Recovery Recovery => new(SnapshotSelectionCriteria.None);

    protected override void OnPersistFailure(Exception cause, object @event, long sequenceNr) =>
        Context.Parent.Tell(new KeeperBroken(cause, _requester));

    protected override void OnRecoveryFailure(Exception reason, object? message = null) =>
        Context.Parent.Tell(new KeeperBroken(reason, null));

    private void Name(EndRequest request)
    {
        _requester = Sender;
        if (_names.Contains(request.Study))
            Done();
        else
            Persist(new StudyNamed(request.Study), named =>
            {
                _names.Add(named.Study);
                Done();
            });
    }

    private void Done() => _requester.Tell(new KeeperAnswer(AppendOutcome.Appended, default));
}
