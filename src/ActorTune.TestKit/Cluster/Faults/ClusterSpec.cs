using System.Globalization;
using ActorTune.Actors;
using ActorTune.Journal;
using ActorTune.Protocol;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Worker.Programs;

namespace ActorTune.TestKit.Cluster;

/// <summary>
/// Runs a study on simulated clusters, one after another under a seed each: the seed draws what
/// goes wrong and in which order everything happens. All along it is checked that no acknowledged
/// measurement is lost, no decision taken twice, no slot over-committed; that fenced attempts
/// neither speak nor write, no resume names a missing or later checkpoint and rungs only grow;
/// that what a program reported before its own end counts; that no slot stays free while a trial is
/// due; that the study comes to its end and its journal verifies; of a strict study also that it
/// decides as it does where nothing goes wrong.
/// </summary>
public sealed class ClusterSpec
{
    /// <summary>The study. A silence limit is needed where programs may hang.</summary>
    public required StudySpecification Specification { get; init; }

    /// <summary>The objective of a trial at a resource, from 1.</summary>
    public required Func<TrialLaunch, long, double> Curve { get; init; }

    /// <summary>The resource at which a trial's program returns by itself, a function of the
    /// trial's configuration and seed.</summary>
    /// <value>Default: null, no program does but for a fault of the plan.</value>
    public Func<TrialLaunch, long?>? Length { get; init; }

    /// <summary>Whether the sampler may answer Wait, so that a slot may stay free although a trial
    /// is due.</summary>
    /// <value>Default: false.</value>
    public bool SamplerWaits { get; init; }

    /// <summary>The strategies.</summary>
    /// <value>Default: the standard ones.</value>
    public IStrategyCatalog Catalog { get; init; } = StandardStrategies.Instance;

    /// <summary>How many workers there are.</summary>
    /// <value>Default: 2.</value>
    public int Workers { get; init; } = 2;

    /// <summary>How many device slots each has.</summary>
    /// <value>Default: 2.</value>
    public int SlotsPerWorker { get; init; } = 2;

    /// <summary>How many faults a plan has at most.</summary>
    /// <value>Default: 6.</value>
    public int MostFaults { get; init; } = 6;

    /// <summary>The command that replays a seed, for the text of a failure.</summary>
    /// <value>Default: a call of <see cref="Run"/>.</value>
    public Func<ulong, string> Command { get; init; } = seed =>
        string.Create(CultureInfo.InvariantCulture, $"sweep.Run(first: {seed}, count: 1)");

    /// <summary>Makes the journal of one simulation; it must answer at once.</summary>
    /// <value>Default: one in memory.</value>
    public Func<IStudyJournal> NewJournal { get; init; } = () => new InMemoryStudyJournal();

    /// <summary>Stands between workers and placement; see
    /// <see cref="SimulatedClusterOptions.WorkerSide"/>.</summary>
    /// <value>Default: null, nobody stands there.</value>
    public Func<IActorRef<ToPlacement>, IActorRef<ToPlacement>>? WorkerSide { get; init; }

    /// <summary>
    /// The decisions of a strict study in which nothing goes wrong, once they are known.
    /// </summary>
    internal string? DecisionHash { get; private set; }

    /// <summary>Runs one seed after another.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="SpecException">
    /// A rule was broken. The message names it, the seed, the command that replays it and the
    /// shortest plan of faults that still breaks a rule.
    /// </exception>
    public void Run(ulong first, int count)
    {
        ClusterSize size = Measure();
        for (ulong seed = first; seed < first + (ulong)count; seed++)
            RunOne(seed, Draw(seed, size));
    }

    /// <summary>Runs one plan of faults, such as one that a failure printed.</summary>
    /// <param name="seed">Chooses the order of all steps.</param>
    /// <param name="plan">What goes wrong.</param>
    /// <exception cref="SpecException">A rule was broken.</exception>
    public void Replay(ulong seed, FaultPlan plan)
    {
        if (new ClusterTrial(this, seed, plan) is var trial && trial.Run() is { } rule)
            throw new SpecException(
                $"Broken: {rule}.\nSeed {seed}, faults '{plan}'. {trial.Trace}");
    }

    /// <summary>What a study counts in which nothing goes wrong.</summary>
    /// <exception cref="SpecException">A rule was broken even so.</exception>
    public ClusterSize Measure()
    {
        var trial = new ClusterTrial(this, 0, FaultPlan.None);
        if (trial.Run() is { } rule)
            throw new SpecException($"Broken without any fault: {rule}.\n{trial.Trace}");
        DecisionHash = trial.DecisionHash;
        return trial.Size;
    }

    // That a program ends is a logical event, which no fault may bring about in a strict study.
    private FaultPlan Draw(ulong seed, ClusterSize size)
    {
        FaultPlan plan = FaultPlan.Draw(seed, MostFaults, size, Workers);
        return Specification.Strict is null ? plan : plan.Without(ClusterFaultKind.EndProgram);
    }

    private void RunOne(ulong seed, FaultPlan plan)
    {
        if (new ClusterTrial(this, seed, plan).Run() is null)
            return;
        FaultPlan shortest = plan.Shrink(
            shorter => new ClusterTrial(this, seed, shorter).Run() is not null);
        var trial = new ClusterTrial(this, seed, shortest);
        string? rule = trial.Run();
        throw new SpecException(
            $"Broken: {rule}.\nSeed {seed}; replay with: {Command(seed)}\n"
            + $"Shortest faults that break a rule: '{shortest}' (drawn: '{plan}').\n{trial.Trace}");
    }
}
