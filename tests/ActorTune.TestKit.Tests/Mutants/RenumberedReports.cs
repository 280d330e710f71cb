using ActorTune.Actors;
using ActorTune.Protocol;

namespace ActorTune.TestKit.Mutants;

/// <summary>
/// What a tuner does whose reports get their numbers when they are sent: one that is sent again,
/// as the first was lost on its way, gets a number of its own.
/// </summary>
internal sealed class RenumberedReports
{
    private readonly Dictionary<AttemptId, long> _sent = [];

    internal IActorRef<ToPlacement> Between(IActorRef<ToPlacement> placement) =>
        placement.Map<ToPlacement, ToPlacement>(message => message is WorkerJoined joined
            ? joined with { Address = Between(joined.Address) }
            : message);

    private IActorRef<ToWorker> Between(IActorRef<ToWorker> worker) =>
        worker.Map<ToWorker, ToWorker>(message => message switch
        {
            BeginTrial begin => begin with { ReplyTo = Renumber(begin.ReplyTo) },
            ListTrials list => list with { ReportTo = Renumber(list.ReportTo) },
            _ => message,
        });

    private IActorRef<FromWorker> Renumber(IActorRef<FromWorker> study) =>
        study.Map<FromWorker, FromWorker>(message => message is TrialReported reported
            ? reported with { Report = Next(reported.Attempt) }
            : message);

    private long Next(AttemptId attempt) =>
        _sent[attempt] = _sent.GetValueOrDefault(attempt) + 1;
}
