using ActorTune.Actors;
using ActorTune.Protocol;
using ActorTune.Strategies;
using ActorTune.Studies;

namespace ActorTune.TestKit.Cluster;

/// <summary>How a simulated cluster is made up.</summary>
public sealed record SimulatedClusterOptions
{
    /// <summary>Chooses the order of all steps and the chance of faults.</summary>
    /// <value>Default: 1.</value>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many workers there are.</summary>
    /// <value>Default: 1.</value>
    public int Workers { get; init; } = 1;

    /// <summary>How many device slots each has.</summary>
    /// <value>Default: 1.</value>
    public int SlotsPerWorker { get; init; } = 1;

    /// <summary>What goes wrong with messages and actors.</summary>
    /// <value>Default: nothing.</value>
    public SimulationOptions Simulation { get; init; } = new();

    /// <summary>The strategies.</summary>
    /// <value>Default: the standard ones.</value>
    public IStrategyCatalog Catalog { get; init; } = StandardStrategies.Instance;

    /// <summary>Stop conditions that take the place of the recorded ones.</summary>
    /// <value>Default: null, the recorded ones stay.</value>
    public StopConditions? ChangedStop { get; init; }

    /// <summary>
    /// What workers take for the placement, made from it: a place for a test to stand between the
    /// two. Through the address in <see cref="WorkerJoined"/> it reaches all that passes between
    /// study and workers.
    /// </summary>
    /// <value>Default: null, nobody stands there.</value>
    public Func<IActorRef<ToPlacement>, IActorRef<ToPlacement>>? WorkerSide { get; init; }

    /// <summary>Called with every batch after it became durable.</summary>
    public Action<IReadOnlyList<JournalEntry>>? Committed { get; init; }
}
