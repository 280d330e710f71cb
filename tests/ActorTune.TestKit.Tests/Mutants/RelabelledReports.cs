using ActorTune.Actors;
using ActorTune.Protocol;

namespace ActorTune.TestKit.Mutants;

/// <summary>
/// What a tuner does that knows reports by their trial alone: whatever an older attempt says counts
/// as said by the latest one.
/// </summary>
internal sealed class RelabelledReports
{
    private readonly Dictionary<TrialNumber, AttemptId> _latest = [];

    internal IActorRef<ToPlacement> Between(IActorRef<ToPlacement> placement) =>
        placement.Map<ToPlacement, ToPlacement>(message => message is WorkerJoined joined
            ? joined with { Address = Between(joined.Address) }
            : message);

    private IActorRef<ToWorker> Between(IActorRef<ToWorker> worker) =>
        worker.Map<ToWorker, ToWorker>(message => message is BeginTrial begin
            ? Begin(begin)
            : message);

    private BeginTrial Begin(BeginTrial begin)
    {
        _latest[begin.Begin.Attempt.Trial] = begin.Begin.Attempt;
        return begin with { ReplyTo = begin.ReplyTo.Map<FromWorker, FromWorker>(Relabel) };
    }

    private FromWorker Relabel(FromWorker message) => message is TrialReported reported
        ? reported with { Attempt = _latest[reported.Attempt.Trial] }
        : message;
}
