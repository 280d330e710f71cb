using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

/// <summary>How a simulation runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>How many trials run at a time.</summary>
    /// <value>Default: 1.</value>
    public int Slots { get; init; } = 1;

    /// <summary>The virtual time at which it begins.</summary>
    /// <value>Default: the beginning of the year 2000, UTC.</value>
    public DateTimeOffset Start { get; init; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The journal that it goes on from, as after a crash: attempts that ran there are lost. The
    /// specification is that of the journal.
    /// </summary>
    /// <value>Default: none, a study is created.</value>
    public IReadOnlyList<JournalEntry> Past { get; init; } = [];

    /// <summary>What a person says on the way, in the order in which it is said.</summary>
    /// <value>Default: nothing.</value>
    public IReadOnlyList<SaidCommand> Said { get; init; } = [];

    /// <summary>Trials of earlier studies that it starts from.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<TrialImported> Imported { get; init; } = [];

    /// <summary>Whether the events are kept in the result.</summary>
    /// <value>
    /// Default: true. Without them a simulation of millions of trials fits in memory.
    /// </value>
    public bool KeepEvents { get; init; } = true;

    /// <summary>Whether attempts go on from a checkpoint at the resource of every pause.</summary>
    /// <value>Default: what the study's program declares.</value>
    public bool? Resumes { get; init; }
}
