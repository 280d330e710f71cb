using ActorTune.Strategies.Options;
using ActorTune.Strategies.Samplers.Random;
using ActorTune.Strategies.Schedulers.Asha;
using ActorTune.Strategies.Schedulers.RunToCompletion;

namespace ActorTune.Strategies;

/// <summary>The samplers and trial schedulers of this library, by their published names.</summary>
public sealed class StandardStrategies : IStrategyCatalog
{
    private delegate T Factory<out T>(
        StudySpecification specification, StrategyOptionReader options);

    private static readonly SortedDictionary<string, Factory<ISampler>> Samplers =
        new(StringComparer.Ordinal)
        {
            ["random"] = (specification, _) =>
                new RandomSampler(specification.SearchSpace, specification.Seed),
        };

    private static readonly SortedDictionary<string, Factory<ITrialScheduler>> Schedulers =
        new(StringComparer.Ordinal)
        {
            ["asha"] = (specification, options) =>
                new AshaPromotion(
                    specification.Objective, ResourceOptions.Read(options, specification)),
            ["run-to-completion"] = (specification, _) =>
                new RunToCompletion(specification.MaxResource),
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
                section, $"there is no '{options.Name}'; there are {string.Join(", ", known.Keys)}"));
            return null;
        }

        var reader = new StrategyOptionReader(section, options);
        T created = factory(specification, reader);
        reader.RefuseUnknown();
        problems.AddRange(reader.Problems);
        return reader.Problems.Count == 0 ? created : null;
    }
}
