using Akka.Actor;

namespace ActorTune.Akka.Persistence;

/// <summary>
/// Has one keeper for each study. One that is asked where its study ends, or whose store failed,
/// is replaced by one that reads anew, since another process may have written; what is asked
/// meanwhile waits.
/// </summary>
internal sealed class StudyKeepers : ReceiveActor
{
    private readonly Dictionary<string, Seat> _seats = new(StringComparer.Ordinal);
    private readonly string _plugin;

    public StudyKeepers(string plugin)
    {
        _plugin = plugin;
        Receive<NameRequest>(request => Pass(
            PersistenceId.Names, new EndRequest(request.Study), isFresh: false));
        Receive<KeeperRequest>(request => Pass(
            PersistenceId.Of(request.Study), request, isFresh: request is EndRequest));
        Receive<KeeperBroken>(OnBroken);
        Receive<Terminated>(OnEnded);
    }

    private void Pass(string id, KeeperRequest request, bool isFresh)
    {
        if (!_seats.TryGetValue(id, out Seat? seat))
            _seats.Add(id, seat = new Seat());
        if (isFresh && seat.Keeper is not null && !seat.IsEnding)
        {
            seat.IsEnding = true;
            seat.Keeper.Tell(Retire.Instance);
        }

        if (seat.IsEnding)
            seat.Waiting.Enqueue((request, Sender));
        else
            (seat.Keeper ??= Start(id, request)).Forward(request);
    }

    private AkkaRef Start(string id, KeeperRequest request)
    {
        Props props = id == PersistenceId.Names
            ? Props.Create(() => new NamesKeeper(_plugin))
            : Props.Create(() => new StudyKeeper(request.Study, _plugin));
        return Context.Watch(Context.ActorOf(props));
    }

    private void OnBroken(KeeperBroken broken)
    {
        if (_seats.Values.FirstOrDefault(seat => Sender.Equals(seat.Keeper)) is { } seat)
            seat.IsEnding = true;
        broken.Requester.Tell(new KeeperAnswer(default, default, broken.Cause));
    }

    private void OnEnded(Terminated ended)
    {
        (string id, Seat? seat) =
            _seats.FirstOrDefault(pair => ended.ActorRef.Equals(pair.Value.Keeper));
        if (seat is null)
            return;
        seat.Keeper = null;
        seat.IsEnding = false;
        foreach ((KeeperRequest request, AkkaRef sender) in seat.Waiting)
            (seat.Keeper ??= Start(id, request)).Tell(request, sender);
        seat.Waiting.Clear();
    }

    /// <summary>Put a study onto the list of studies.</summary>
    internal sealed record NameRequest(Studies.StudyId Study);

    private sealed class Seat
    {
        public AkkaRef? Keeper { get; set; }

        public bool IsEnding { get; set; }

        public Queue<(KeeperRequest, AkkaRef)> Waiting { get; } = new();
    }
}
