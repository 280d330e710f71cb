using ActorTune.Bench.Quality.EarlyStopping;
using ActorTune.Objectives;
using ActorTune.Randomness;
using ActorTune.Simulation.WhatIf;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Quality.WhatIf;

/// <summary>
/// Some configurations of a task, recorded in full and cut at random, under a trial scheduler and
/// a number of slots, all drawn by the case's number.
/// </summary>
internal sealed class TruncatedCase
{
    // Cross-entropy of two classes: 0.69 is guessing. What is above, or diverged, counts as 2.
    private const double Highest = 2;

    private static readonly StreamName Draws = new("truncation");
    private static readonly int[] SlotCounts = [1, 4, 16];

    internal static readonly (string Name, StrategyOptions Options)[] Rules =
    [
        ("successive-halving", new StrategyOptions("successive-halving")),
        ("hyperband synchronous", new StrategyOptions("hyperband")
            .With("mode", ParameterValue.Of("synchronous"))),
        ("asha stopping", new StrategyOptions("asha").With("type", ParameterValue.Of("stopping"))),
        ("asha promotion", new StrategyOptions("asha")),
        ("hyperband asynchronous", new StrategyOptions("hyperband")),
        ("median", new StrategyOptions("median")),
        ("run-to-completion", new StrategyOptions("run-to-completion")),
    ];

    internal TruncatedCase(IReadOnlyList<CurveTask> tasks, int number)
    {
        RandomStream draws = RandomStream.For(20_26, Draws, number, 0);
        CurveTask task = tasks[draws.NextInt32(tasks.Count)];
        Rule = draws.NextInt32(Rules.Length);
        Slots = SlotCounts[draws.NextInt32(SlotCounts.Length)];
        int count = 9 + draws.NextInt32(73);
        double share = draws.NextDouble();
        int[] order = [.. Enumerable.Range(0, task.Count)];
        draws.Shuffle<int>(order);
        var full = new List<RecordedCurve>();
        var cut = new List<RecordedCurve>();
        for (int trial = 0; trial < count; trial++)
        {
            RecordedCurve curve = Curve(task, order[trial], draws.NextNormal());
            full.Add(curve);
            bool isCut = draws.NextDouble() < share;
            int last = draws.NextInt32(task.Steps);
            cut.Add(isCut ? curve.CutAfter(last) : curve);
        }

        StudySpecification specification = Specification(task, number, count);
        Full = new RecordedCurves(specification, full);
        Cut = new RecordedCurves(specification, cut);
        Nothing = new RecordedCurves(specification, [.. full.Select(one => one.CutAfter(0))]);
    }

    internal static ValueRange Range => new(0, Highest);

    internal int Rule { get; }

    internal int Slots { get; }

    internal RecordedCurves Full { get; }

    internal RecordedCurves Cut { get; }

    internal RecordedCurves Nothing { get; }

    private static RecordedCurve Curve(CurveTask task, int configuration, double normal) => new(
        Enumerable.Range(1, task.Steps).Select(step => (long)step),
        Enumerable.Range(1, task.Steps).Select(step =>
        {
            double loss = task.Loss(configuration, step);
            return double.IsNaN(loss) ? Highest : Math.Clamp(loss, 0, Highest);
        }))
    {
        UnitTime = TimeSpan.FromSeconds(Math.Exp(0.1 * normal)),
    };

    private static StudySpecification Specification(CurveTask task, int number, int count) => new()
    {
        Study = new StudyId("curves"),
        Seed = (ulong)number,
        Objectives = [new Objective("loss", Direction.Minimize)],
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = new StrategyOptions("random"),
        Scheduler = new StrategyOptions("asha"),
        Program = new ProgramSpecification { Function = "none", Resumes = true },
        MaxResource = new Resource(task.Steps),
        Stop = new StopConditions { Trials = count },
    };
}
