using ActorTune.Strategies.Options;
using ActorTune.Strategies.Stopping;

namespace ActorTune.Strategies;

/// <summary>The samplers and trial schedulers of this library, by their published names.</summary>
public sealed partial class StandardStrategies : IStrategyCatalog
{
    private delegate T? Factory<out T>(
        StudySpecification specification, StrategyOptionReader options);

    private StandardStrategies()
    {
    }

    /// <summary>The only instance; it has no state.</summary>
    public static StandardStrategies Instance { get; } = new();

    /// <summary>The names of the samplers.</summary>
    public static IReadOnlyCollection<string> SamplerNames => Samplers.Keys;

    /// <summary>The names of the trial schedulers.</summary>
    public static IReadOnlyCollection<string> SchedulerNames => Schedulers.Keys;

    /// <summary>
    /// Whether a trial scheduler looks at the search space, as those do that choose
    /// configurations themselves.
    /// </summary>
    public static bool SchedulerReadsSpace(StrategyOptions scheduler) =>
        scheduler.Name is "pb2" or "pbt";

    /// <summary>The sampler of a study that names none.</summary>
    /// <param name="space">The study's search space.</param>
    public static StrategyDefault DefaultSampler(SearchSpace space)
    {
        bool isConditional = space.Parameters.Any(parameter => parameter.When.Count > 0);
        return new StrategyDefault(
            new StrategyOptions("tpe"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"no sampler is named: {space.Dimensions} parameters are chosen by TPE, together ")
            + (isConditional ? "where they are active together" : "in one density"));
    }

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

    /// <inheritdoc/>
    public IStudyStopRule? CreateStopRule(StudySpecification specification) =>
        specification.Stop.RegretBound is { } bound
            ? new RegretBoundRule(specification, bound)
            : null;

    private static StrategyOptions Asha(string type) => new StrategyOptions("asha")
        .With("type", ParameterValue.Of(type))
        .With("reduction-factor", ParameterValue.Of(ResourceOptions.DefaultReductionFactor));

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
