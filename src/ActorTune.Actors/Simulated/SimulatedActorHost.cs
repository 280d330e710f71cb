using System.Globalization;
using System.Text;

namespace ActorTune.Actors;

/// <summary>
/// Runs actors on the calling thread in virtual time. The seed chooses which of all possible steps
/// comes next (the arrival of a message, the handling of one, the start of an operation), so a seed
/// repeats a run exactly and many seeds explore what threads and networks could do.
/// </summary>
/// <remarks>
/// Kept in every interleaving: the order from one sender to one receiver within a lane, and that
/// waiting control messages are handled before waiting data messages. Operations complete at once
/// or through the host's clock; one that goes to another thread (Task.Run, Task.Yield) is an error
/// that the next call reports.
/// </remarks>
public sealed partial class SimulatedActorHost : ActorHost
{
    private readonly SimulationOptions _options;
    private readonly SimulationTrace _trace;
    private readonly Dictionary<(int Sender, int Receiver), SimulatedLink> _links = [];
    private readonly Stack<SimulatedLink> _closedLinks = [];
    private SplitMix64 _order;
    private SplitMix64 _faults;
    private int _runningThread;
    private int _runningOperationCount;
    private volatile Exception? _escape;

    /// <summary>Makes a host without faults.</summary>
    /// <param name="seed">Chooses the interleaving.</param>
    public SimulatedActorHost(ulong seed)
        : this(seed, new SimulationOptions())
    {
    }

    /// <summary>Makes a host.</summary>
    /// <param name="seed">Chooses the interleaving and the chance of faults.</param>
    /// <param name="options">Faults, limits and logging.</param>
    public SimulatedActorHost(ulong seed, SimulationOptions options)
        : base(new VirtualTimeProvider(options.Start), options.LoggerFactory)
    {
        _options = options;
        _trace = new SimulationTrace(options.TraceLength);
        _order = new SplitMix64(seed);
        _faults = new SplitMix64(~seed);
        Seed = seed;
    }

    /// <summary>What chose the interleaving.</summary>
    public ulong Seed { get; }

    /// <summary>The clock of the host.</summary>
    public VirtualTimeProvider Clock => (VirtualTimeProvider)Time;

    /// <summary>How many steps were made.</summary>
    public long StepCount => _trace.Count;

    /// <summary>How many operations of actors have not completed.</summary>
    public int RunningOperationCount => Volatile.Read(ref _runningOperationCount);

    /// <summary>Differs, almost surely, between runs whose steps differ in kind, time, sender or
    /// receiver.</summary>
    public ulong TraceHash => _trace.Hash;

    /// <summary>The last steps, oldest first; see <see cref="SimulationOptions.TraceLength"/>.
    /// </summary>
    public IReadOnlyList<SimulationStep> LastSteps => [.. _trace.LastSteps];

    /// <summary>Makes one step at the current time.</summary>
    /// <returns>Whether there was a possible step.</returns>
    public bool Step() => Drive(StepCore);

    /// <summary>Makes steps at the current time until none is possible.</summary>
    public void RunUntilIdle() => AdvanceBy(TimeSpan.Zero);

    /// <summary>Moves the clock, and makes all steps that become possible before it moves on.
    /// </summary>
    /// <param name="by">How far; not negative.</param>
    public void AdvanceBy(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        RunUntil(static () => false, by);
    }

    /// <summary>Runs, moving the clock as needed, until a condition holds.</summary>
    /// <param name="condition">Looked at between steps.</param>
    /// <param name="horizon">How far the clock may move.</param>
    /// <returns>Whether the condition held before the clock had moved that far; otherwise the clock
    /// stands there and no step is possible.</returns>
    /// <exception cref="InvalidOperationException">The steps passed the limit of the options.
    /// </exception>
    public bool RunUntil(Func<bool> condition, TimeSpan horizon)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = Clock.Elapsed + horizon;
        return Drive(() => RunUntilCore(condition, limit));
    }

    /// <summary>Makes an actor fail, as a step that the seed places.</summary>
    /// <param name="actor">An actor of this host.</param>
    /// <param name="cause">The failure; a <see cref="SimulatedCrashException"/> if null.</param>
    public void Crash(IActorRef actor, Exception? cause = null)
    {
        var cell = CellOf(actor);
        cell.Mailbox.PostSystem(null, new SystemMessage(
            SystemMessageKind.Crash, Error: cause ?? new SimulatedCrashException(cell.Path)));
    }

    /// <summary>Runs code of the test as a step that the seed places, for example to complete
    /// something that an operation awaits.</summary>
    /// <param name="action">The code.</param>
    public void Schedule(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        AddAction(null, "scheduled action", action);
    }

    /// <summary>Stops all actors, in virtual time and at once.</summary>
    /// <returns>The completion.</returns>
    public override Task StopAsync()
    {
        var stopped = StopRoots();
        RunUntilIdle();
        return stopped;
    }

    /// <summary>The seed and the last steps as text, for the report of a failing run.</summary>
    /// <returns>One line per step.</returns>
    public string FormatTrace()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"seed {Seed}, {StepCount} steps, {RunningOperationCount} operations running");
        if (_escape is { } escape)
        {
            text.AppendLine().Append(escape.Message);
        }

        foreach (var step in _trace.LastSteps)
        {
            text.AppendLine().Append(step);
        }

        return text.ToString();
    }
}
