using ActorTune.Randomness;
using ActorTune.Simulation;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Gates;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strict;

/// <summary>
/// One strict study among machines whose number, speed, messages and failures a seed draws.
/// </summary>
internal sealed partial class StrictWorld
{
    private static readonly StreamName Stream = new("strict-world");
    private static readonly TimeSpan Resend = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Horizon = TimeSpan.FromDays(400);
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly StudySpecification _specification;
    private readonly ISimulatedProgram _program;
    private readonly IStrategyCatalog _catalog;
    private readonly RandomStream _chance;
    private readonly List<JournalEntry> _journal = [];
    private readonly List<StrictSlot> _slots = [];
    private readonly PriorityQueue<Action, (long Ticks, long Order)> _agenda = new();
    private readonly double _troubles;
    private StrictCoordinator _coordinator = null!;
    private DateTimeOffset _now = Start;
    private long _order;
    private int _life;

    internal StrictWorld(
        StudySpecification specification,
        ISimulatedProgram program,
        IStrategyCatalog catalog,
        ulong seed,
        int mostSlots)
    {
        _specification = specification;
        _program = program;
        _catalog = catalog;
        _chance = RandomStream.For(seed, Stream, 0, 0);
        // Fewer slots than logical ones are as likely as more.
        int most = _chance.NextBoolean() ? specification.Strict!.Slots : mostSlots;
        int slots = 1 + _chance.NextInt32(most);
        int perWorker = 1 + _chance.NextInt32(8);
        for (int slot = 0; slot < slots; slot++)
            _slots.Add(new StrictSlot(
                new WorkerId($"worker-{slot / perWorker}"), slot % perWorker));
        // A third of the worlds is calm, so that order alone is tested there.
        _troubles = _chance.NextInt32(3) == 0 ? 0 : _chance.NextDouble();
    }

    internal IReadOnlyList<JournalEntry> Journal => _journal;

    internal StudyState State => _coordinator.State;

    internal int SlotCount => _slots.Count;

    internal int LifeCount => _life;

    internal TimeSpan Elapsed => _now - Start;

    /// <summary>Runs the study.</summary>
    /// <returns>Whether it came to its end.</returns>
    internal bool Run()
    {
        Live();
        if (_troubles > 0)
            PlanTrouble();
        while (State.Phase != StudyPhase.Finished && _now - Start < Horizon
            && _agenda.TryDequeue(out Action? happens, out (long Ticks, long Order) due))
        {
            _now = new DateTimeOffset(due.Ticks, TimeSpan.Zero);
            happens();
        }

        return State.Phase == StudyPhase.Finished;
    }

    private void Live()
    {
        _life++;
        _coordinator = StrictCoordinator.Start(
            _specification, _catalog, _journal, () => _chance.NextInt32(4) == 0, _now);
        Commit();
        foreach (PlacedAttempt placed in _coordinator.Gate.Placed)
        {
            bool isAlive = _slots.Any(slot =>
                slot.IsThere && slot.Program is { IsGone: false } running
                    && running.Attempt == placed.Attempt);
            if (!isAlive)
                _coordinator.Gate.Handle(new LoseAttempt(placed.Attempt), _now);
        }

        foreach (StrictSlot slot in _slots.Where(slot => slot.IsThere))
            Offer(slot);
        foreach (StrictSlot slot in _slots)
        {
            if (slot.Program is { IsGone: false } program)
                Answer(slot, program);
        }

        Commit();
    }

    private void Offer(StrictSlot slot)
    {
        StudyGate gate = _coordinator.Gate;
        bool isHeld = gate.Offers.Values.Any(offer =>
            offer.Worker == slot.Worker && offer.Slots[0] == slot.Number);
        if (!isHeld)
            gate.Handle(new OfferPlacement(gate.NextOffer, slot.Worker, [slot.Number]), _now);
    }

    // What is not durable does not leave; what leaves may come late, twice or never.
    private void Commit()
    {
        foreach (StudyEffect effect in _coordinator.Commit())
        {
            if (effect is BeginAttempt begin)
                Deliver(begin);
            else if (effect is InstructAttempt instruct)
                Send(instruct);
        }

        int life = _life;
        if (_coordinator.IsAwaiting)
            After(Delay(20), () => ForLife(life, () => _coordinator.Arrive(_now)));
    }

    private void ForLife(int life, Action happens)
    {
        if (life != _life)
            return;
        happens();
        Commit();
    }

    private void Deliver(BeginAttempt begin)
    {
        StrictSlot slot = _slots.Find(slot =>
            slot.Worker == begin.Worker && slot.Number == begin.Slots[0])!;
        if (!slot.IsThere)
            return;
        slot.Next.Enqueue(begin);
        BeginNext(slot);
    }

    private void BeginNext(StrictSlot slot)
    {
        if (slot.Program is { IsGone: true })
            slot.Program = null;
        if (slot.Program is not null || !slot.Next.TryDequeue(out BeginAttempt? begin))
            return;
        var program = new StrictProgram(begin, _specification);
        slot.Program = program;
        PlanStep(slot, program);
        PlanResend(slot, program);
    }

    private void PlanStep(StrictSlot slot, StrictProgram program)
    {
        SimulatedStep step = _program.Next(program.Trial, program.Spent);
        After(Delay(100), () =>
        {
            if (slot.Program != program || program.IsGone)
                return;
            program.Do(step);
            if (program.Ended is { } end)
                Say(() => _coordinator.Gate.End(end, null, program.Reports, _now), slot, program);
            else
                Say(program.Kept.Last(), slot, program);
            if (!program.IsWaiting)
                PlanStep(slot, program);
        });
    }

    private void After(TimeSpan delay, Action happens) =>
        _agenda.Enqueue(happens, ((_now + delay).UtcTicks, _order++));

    // Mostly about the same, sometimes many times as long.
    private TimeSpan Delay(int percentSlow) => TimeSpan.FromMilliseconds(
        (1 + _chance.NextInt32(1000)) * (_chance.NextInt32(percentSlow) == 0 ? 50 : 1));
}
