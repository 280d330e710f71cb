using ActorTune.Strategies.Options;
using ActorTune.Strategies.Samplers.Dehb;
using ActorTune.Strategies.Samplers.Evolutionary;
using ActorTune.Strategies.Samplers.Forest;
using ActorTune.Strategies.Samplers.Grid;
using ActorTune.Strategies.Samplers.Random;
using ActorTune.Strategies.Schedulers.Asha;
using ActorTune.Strategies.Schedulers.Hyperband;
using ActorTune.Strategies.Schedulers.Median;
using ActorTune.Strategies.Schedulers.RunToCompletion;
using ActorTune.Strategies.Schedulers.SuccessiveHalving;

namespace ActorTune.Strategies;

/// <summary>The samplers and trial schedulers of this library, by their published names.</summary>
public sealed class StandardStrategies : IStrategyCatalog
{
    private delegate T? Factory<out T>(
        StudySpecification specification, StrategyOptionReader options);

    private static readonly SortedDictionary<string, Factory<ISampler>> Samplers =
        new(StringComparer.Ordinal)
        {
            ["dehb"] = (specification, options) => new DehbSampler(
                specification, DehbOptions.Read(options, specification)),
            ["forest"] = (specification, options) =>
                new ForestSampler(specification, ForestSamplerOptions.Read(options)),
            ["grid"] = CreateGrid,
            ["nsga-ii"] = (specification, options) => new NsgaSampler(
                "nsga-ii/1", specification, NsgaOptions.Read(options), new CrowdingSurvival()),
            ["nsga-iii"] = CreateNsgaIII,
            ["random"] = (specification, _) =>
                new RandomSampler(specification.SearchSpace, specification.Seed),
            ["regularized-evolution"] = (specification, options) => new RegularizedEvolution(
                specification, RegularizedEvolutionOptions.Read(options)),
        };

    private static readonly SortedDictionary<string, Factory<ITrialScheduler>> Schedulers =
        new(StringComparer.Ordinal)
        {
            ["asha"] = CreateAsha,
            ["hyperband"] = CreateHyperband,
            ["median"] = (specification, options) => new MedianStopping(
                specification.Objective, MedianOptions.Read(options), specification.MaxResource),
            ["run-to-completion"] = (specification, _) =>
                new RunToCompletion(specification.MaxResource),
            ["successive-halving"] = (specification, options) => new SynchronousHalving(
                "successive-halving/1",
                specification.Objective,
                [SuccessiveHalvingOptions.Read(options, specification).Plan]),
        };

    private StandardStrategies()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static StandardStrategies Instance { get; } = new();

    /// <summary>The names of the samplers.</summary>
    public static IReadOnlyCollection<string> SamplerNames => Samplers.Keys;

    /// <summary>The names of the trial schedulers.</summary>
    public static IReadOnlyCollection<string> SchedulerNames => Schedulers.Keys;

    /// <summary>The sampler of a study that names none.</summary>
    /// <param name="space">The study's search space.</param>
    public static StrategyDefault DefaultSampler(SearchSpace space) => new(
        new StrategyOptions("random"),
        string.Create(
            CultureInfo.InvariantCulture,
            $"no sampler is named: {space.Dimensions} parameters are drawn at random"));

    /// <summary>The trial scheduler of a study that names none.</summary>
    /// <param name="maxResource">The resource of a fully trained trial, or null.</param>
    /// <param name="resumes">
    /// Whether the trial program saves checkpoints and goes on from one.
    /// </param>
    public static StrategyDefault DefaultScheduler(Resource? maxResource, bool resumes)
    {
        if (maxResource is null)
            return new StrategyDefault(
                new StrategyOptions("run-to-completion"),
                "no scheduler and no max-resource are set: every trial runs to its program's end");
        return resumes
            ? new StrategyDefault(
                Asha("promotion"),
                "no scheduler is named and the program resumes from checkpoints: the best third of "
                + "the trials at each rung goes on (promotion ASHA)")
            : new StrategyDefault(
                Asha("stopping"),
                "no scheduler is named and the program does not resume: trials are stopped for "
                + "good when they come to a rung outside its best third (stopping ASHA)");
    }

    /// <inheritdoc/>
    public IReadOnlyList<Problem> Check(StudySpecification specification)
    {
        var problems = new List<Problem>();
        Create("sampler", Samplers, specification, specification.Sampler, problems);
        Create("scheduler", Schedulers, specification, specification.Scheduler, problems);
        return problems;
    }

    /// <inheritdoc/>
    public ISampler CreateSampler(StudySpecification specification) =>
        Create("sampler", Samplers, specification, specification.Sampler);

    /// <inheritdoc/>
    public ITrialScheduler CreateScheduler(StudySpecification specification) =>
        Create("scheduler", Schedulers, specification, specification.Scheduler);

    private static StrategyOptions Asha(string type) => new StrategyOptions("asha")
        .With("type", ParameterValue.Of(type))
        .With("reduction-factor", ParameterValue.Of(ResourceOptions.DefaultReductionFactor));

    private static ISampler? CreateGrid(
        StudySpecification specification, StrategyOptionReader reader)
    {
        GridOptions options = GridOptions.Read(reader);
        ConfigurationGrid? grid = options.Create(specification.SearchSpace, reader);
        if (grid is null)
            return null;
        return new GridSampler(
            grid, options.IsShuffled ? new GridShuffle(grid.Count, specification.Seed) : null);
    }

    private static ISampler CreateNsgaIII(
        StudySpecification specification, StrategyOptionReader reader)
    {
        NsgaOptions options = NsgaOptions.Read(reader);
        int objectives = specification.Objectives.Count;
        NicheOptions niches = NicheOptions.Read(reader, objectives, options.Population);
        double[][] references = ReferencePoints.Of(
            objectives, niches.Divisions, niches.InnerDivisions);
        return new NsgaSampler(
            "nsga-iii/1",
            specification,
            options,
            new NicheSurvival(references, specification.Seed));
    }

    private static ITrialScheduler CreateAsha(
        StudySpecification specification, StrategyOptionReader reader)
    {
        AshaOptions options = AshaOptions.Read(reader, specification);
        return options.IsStopping
            ? new AshaStopping(specification.Objective, options)
            : new AshaPromotion(specification.Objective, options.Resources);
    }

    private static ITrialScheduler CreateHyperband(
        StudySpecification specification, StrategyOptionReader reader)
    {
        HyperbandOptions options = HyperbandOptions.Read(reader, specification);
        return options.IsSynchronous
            ? new SynchronousHalving(
                "hyperband-synchronous/1",
                specification.Objective,
                [.. options.Brackets.Reverse()])
            : new AsynchronousHyperband(specification.Objective, options);
    }

    private static T Create<T>(
        string section,
        SortedDictionary<string, Factory<T>> known,
        StudySpecification specification,
        StrategyOptions options)
        where T : class
    {
        var problems = new List<Problem>();
        T? created = Create(section, known, specification, options, problems);
        InvalidStudyException.ThrowIfAny(problems);
        return created!;
    }

    private static T? Create<T>(
        string section,
        SortedDictionary<string, Factory<T>> known,
        StudySpecification specification,
        StrategyOptions options,
        List<Problem> problems)
        where T : class
    {
        if (!known.TryGetValue(options.Name, out Factory<T>? factory))
        {
            problems.Add(new Problem(
                section,
                $"there is no '{options.Name}'; there are {string.Join(", ", known.Keys)}"));
            return null;
        }

        var reader = new StrategyOptionReader(section, options);
        T? created = factory(specification, reader);
        reader.RefuseUnknown();
        problems.AddRange(reader.Problems);
        return reader.Problems.Count == 0 ? created : null;
    }
}
