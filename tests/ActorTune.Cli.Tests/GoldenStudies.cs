using System.Globalization;
using System.Runtime.CompilerServices;
using ActorTune.Arithmetic;

namespace ActorTune.Cli.Tests;

/// <summary>
/// Small studies under every trial scheduler and some samplers, whose journals are kept for ever.
/// </summary>
internal static class GoldenStudies
{
    /// <summary>The release whose folder new journals go to.</summary>
    private const string Current = "0.1";

    private const int MostTrials = 11;

    private static readonly string[] Samplers =
    [
        "cma-es", "forest", "gp", "grid points=3", "nsga-ii", "regularized-evolution", "sobol",
        "tpe",
    ];

    private static readonly string[] Schedulers =
    [
        "asha", "asha type=stopping", "cost-asha", "extrapolation startup-trials=3", "hyperband",
        "median startup-trials=2", "mo-asha", "pasha", "patient startup-trials=2 patience=1",
        "pb2 population=4 window=20", "pbt population=4", "percentile startup-trials=2",
        "run-to-completion", "successive-halving", "threshold upper=1.5", "wilcoxon",
    ];

    /// <summary>The studies by what they show.</summary>
    internal static SortedDictionary<string, StudySpecification> All { get; } = new(
        Samplers.Select(name => Of(name, "random", name))
            .Concat(Schedulers.Select(text => Of(text, text, "random")))
            .ToDictionary(study => study.Study.Name), StringComparer.Ordinal);

    /// <summary>All kept journals, of this release and of earlier ones.</summary>
    internal static IEnumerable<string> Files => Directory
        .EnumerateFiles(Folder(), "*.jsonl", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "studies")
        .Order(StringComparer.Ordinal);

    /// <summary>The journal of a study; its name says by which rules.</summary>
    internal static string FileOf(StudySpecification study)
    {
        string rules = string.Join('.', Rules(study).Select(rule => rule.Replace('/', '-')));
        return Path.Combine(Folder(), Current, "studies", $"{study.Study}.{rules}.jsonl");
    }

    /// <summary>The study's journal as this build writes it.</summary>
    internal static IReadOnlyList<JournalEntry> Simulate(
        StudySpecification study, SimulationOptions? options = null) =>
    [
        .. StudySimulation
            .Run(study, new Program(), options ?? new SimulationOptions { Slots = 3 }).Events
            .Select(entry => entry.Event is CoordinatorStarted { Strategies.Count: 0 } started
                ? entry with { Event = started with { Strategies = Rules(study) } }
                : entry),
    ];

    internal static async Task<List<JournalEntry>> ReadAsync(string path)
    {
        using var input = new StreamReader(path);
        var entries = new List<JournalEntry>();
        await foreach (JournalEntry entry in JournalImport.ReadJsonLinesAsync(input))
            entries.Add(entry);
        return entries;
    }

    private static string[] Rules(StudySpecification study) =>
    [
        StandardStrategies.Instance.SamplerOf(study).Version,
        StandardStrategies.Instance.CreateScheduler(study).Version,
    ];

    private static StudySpecification Of(string shown, string scheduler, string sampler)
    {
        StrategyOptions rule = Options(scheduler == "random" ? "asha" : scheduler);
        Objective[] objectives =
            [new("loss", Direction.Minimize), new("size", Direction.Minimize)];
        return Cli.Tests.Studies.Asha with
        {
            Study = new StudyId(shown.Replace(' ', '.').Replace('=', '-')),
            Seed = 5,
            Objectives = rule.Name == "mo-asha" ? objectives : objectives[..1],
            SearchSpace = new SearchSpace(
            [
                new FloatParameter("x", 1e-3, 1) { Scale = Scale.Log },
                new IntegerParameter("n", 1, 20),
            ]),
            Sampler = Options(sampler),
            Scheduler = rule,
            Stop = new StopConditions { Trials = rule.Name == "pb2" ? null : MostTrials },
        };
    }

    // "patient patience=1".
    private static StrategyOptions Options(string text)
    {
        string[] words = text.Split(' ');
        return words.Skip(1).Select(word => word.Split('=')).Aggregate(
            new StrategyOptions(words[0]),
            (options, parts) => options.With(parts[0], Value(parts[1])));
    }

    private static ParameterValue Value(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long whole)
            ? ParameterValue.Of(whole)
            : double.TryParse(text, CultureInfo.InvariantCulture, out double number)
                ? ParameterValue.Of(number)
                : ParameterValue.Of(text);

    private static string Folder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "..", "fixtures", "journals");

    /// <summary>Its curves cross, its trials take different times, one in seven fails.</summary>
    private sealed class Program : ISimulatedProgram
    {
        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            long next = spent.Units + 1;
            long size = trial.Configuration["n"].AsInt64();
            if (trial.Attempt.Trial.Value % 7 == 3 && next == 3)
                return SimulatedStep.Ends(TimeSpan.FromSeconds(1), AttemptEnd.Error);
            double x = trial.Configuration["x"].AsDouble();
            double loss = PortableMath.Sin(9 * x) + PortableMath.Exp(-x * next)
                + 0.1 * PortableMath.Sin(next + size);
            return SimulatedStep.Report(TimeSpan.FromSeconds(1 + size % 5), next, loss) with
            {
                Metrics = new MetricSet(["loss", "size"], [loss, size]),
            };
        }
    }
}
