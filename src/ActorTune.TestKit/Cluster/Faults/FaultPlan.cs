using ActorTune.Randomness;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// All that goes wrong in one simulation, as a list that can be printed, read, and shortened.
/// </summary>
/// <param name="Faults">The faults.</param>
public sealed record FaultPlan(IReadOnlyList<ClusterFault> Faults)
{
    // A study that fails more often within a minute gives up, as it should.
    private const int MostRestarts = 9;

    private static readonly StreamName Stream = new("fault-plan");
    private static readonly ClusterFaultKind[] Kinds = Enum.GetValues<ClusterFaultKind>();

    /// <summary>A plan in which nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new([]);

    /// <summary>Draws a plan.</summary>
    /// <param name="seed">Chooses it.</param>
    /// <param name="most">How many faults it has at most, and at least one.</param>
    /// <param name="size">What a study without faults counts: faults fall within that.</param>
    /// <param name="workers">How many workers there are.</param>
    public static FaultPlan Draw(ulong seed, int most, ClusterSize size, int workers)
    {
        RandomStream chance = RandomStream.For(seed, Stream, 0, 0);
        int count = 1 + chance.NextInt32(most);
        var faults = new List<ClusterFault>();
        int restarts = 0;
        for (int i = 0; i < count; i++)
        {
            ClusterFault fault = Draw(chance, size, workers);
            if (restarts + fault.Restarts > MostRestarts)
                continue;
            restarts += fault.Restarts;
            faults.Add(fault);
        }

        return new FaultPlan([.. faults.Distinct()]);
    }

    /// <summary>Reads what was written: faults with blanks between them.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">It is not a plan.</exception>
    public static FaultPlan Parse(string text) => new(
    [
        .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ClusterFault.Parse),
    ]);

    /// <summary>
    /// The shortest plan that dropping faults one by one leads to while it still fails.
    /// </summary>
    /// <param name="fails">Whether a plan fails.</param>
    public FaultPlan Shrink(Func<FaultPlan, bool> fails)
    {
        FaultPlan shortest = this;
        for (int i = shortest.Faults.Count - 1; i >= 0; i--)
        {
            var without = new FaultPlan([.. shortest.Faults.Where((_, at) => at != i)]);
            if (!fails(without))
                continue;
            shortest = without;
            i = shortest.Faults.Count;
        }

        return shortest;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Faults);

    /// <summary>The plan without the faults of a kind.</summary>
    internal FaultPlan Without(ClusterFaultKind kind) =>
        new([.. Faults.Where(fault => fault.Kind != kind)]);

    /// <summary>After how many reports a program returns by itself; null: never.</summary>
    internal int? ReportsOf(int program) => Faults.FirstOrDefault(fault =>
        fault.Kind == ClusterFaultKind.EndProgram && fault.At == program)?.Amount;

    private static ClusterFault Draw(RandomStream chance, ClusterSize size, int workers)
    {
        ClusterFaultKind kind = Kinds[chance.NextInt32(Kinds.Length)];
        int most = kind switch
        {
            ClusterFaultKind.DropMessage or ClusterFaultKind.DuplicateMessage
                or ClusterFaultKind.DelayMessage => size.Messages,
            ClusterFaultKind.HangProgram or ClusterFaultKind.EndProgram => size.Programs,
            ClusterFaultKind.FailAppend or ClusterFaultKind.LoseAppendAnswer
                or ClusterFaultKind.FillDisk => size.Appends,
            _ => size.Events,
        };
        int amount = kind switch
        {
            ClusterFaultKind.DelayMessage => 1 + chance.NextInt32(20),
            ClusterFaultKind.CrashWorker or ClusterFaultKind.PartWorker =>
                chance.NextInt32(workers),
            ClusterFaultKind.FillDisk => 1 + chance.NextInt32(4),
            ClusterFaultKind.EndProgram => 1 + chance.NextInt32(6),
            ClusterFaultKind.JumpClock => chance.NextInt32(10_000) - 7_000,
            _ => 0,
        };
        return new ClusterFault(kind, 1 + chance.NextInt32(Math.Max(1, most)), amount);
    }
}
