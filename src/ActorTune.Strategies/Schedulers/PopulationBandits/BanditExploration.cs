using ActorTune.Randomness;
using ActorTune.Strategies.Schedulers.PopulationBased;

namespace ActorTune.Strategies.Schedulers.PopulationBandits;

/// <summary>
/// Population based bandits (Parker-Holder, Nguyen and Roberts, "Provably efficient online
/// hyperparameter optimization with population-based bandits", NeurIPS 2020): the parameters with
/// an order are those of the greatest upper bound of what the next interval gains, under a model of
/// the intervals so far. Choices, and everything while there are fewer intervals than parameters,
/// are perturbed as <c>pbt</c> does.
/// </summary>
internal sealed class BanditExploration(StudySpecification specification, BanditOptions options)
    : IExploration
{
    private static readonly StreamName Stream = new("pb2-explore");

    private readonly MomentSpace _space = new(specification.SearchSpace);
    private readonly Exploration _perturbation = new(
        specification.SearchSpace, specification.Seed, options.Population);

    private readonly StretchHistory _history = new(
        specification.Objective, specification.SearchSpace, options.Window);

    private (long Revision, TimeVaryingKernel Kernel)? _fitted;

    /// <inheritdoc/>
    public Configuration Explore(
        Member donor, int child, IReadOnlyCollection<Member> population)
    {
        Configuration configuration = _perturbation.Perturb(donor.Configuration, child);
        int[] free = Free(configuration);
        if (free.Length > 0 && _history.Stretches.Count > _space.Ordered.Length
            && _history.Find(donor.Trial) is { } standpoint)
            configuration = Choose(configuration, free, standpoint, child, population);
        return configuration;
    }

    /// <inheritdoc/>
    public void Start(Member member, TrialNumber? donor) => _history.Start(member, donor);

    /// <inheritdoc/>
    public void Compare(Member member) => _history.Compare(member);

    /// <inheritdoc/>
    public void Remove(TrialNumber trial) => _history.Remove(trial);

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer) => _history.Save(writer);

    /// <inheritdoc/>
    public void Load(JsonElement state) => _history.Load(state);

    private int[] Free(Configuration configuration) =>
    [
        .. Enumerable.Range(0, _space.Ordered.Length).Where(i =>
        {
            string name = _space.Space.Parameters[_space.Ordered[i]].Name;
            return configuration.Contains(name) && !options.Population.Keep.Contains(name);
        }),
    ];

    private Configuration Choose(
        Configuration configuration,
        int[] free,
        Standpoint standpoint,
        int child,
        IReadOnlyCollection<Member> population)
    {
        IReadOnlyList<Stretch> stretches = _history.Stretches;
        List<Moment> moments = [.. stretches.Select(stretch => Moment(
            stretch.Configuration, new Standpoint(stretch.Since, stretch.Before)))];
        double[] outputs = GainOutputs.Of(stretches);
        TimeVaryingKernel kernel = Kernel(moments, outputs);
        moments.AddRange(Pending(population));
        var search = new BoundSearch(
            _space,
            new GainModel(kernel, moments, outputs),
            stretches.Count,
            Moment(configuration, standpoint),
            free);
        return search.Best(
            configuration, RandomStream.For(specification.Seed, Stream, child, 0));
    }

    private TimeVaryingKernel Kernel(List<Moment> moments, double[] outputs)
    {
        if (_fitted is { } fitted && fitted.Revision == _history.Revision)
            return fitted.Kernel;
        TimeVaryingKernel kernel = new KernelFit(moments, outputs).Fit();
        _fitted = (_history.Revision, kernel);
        return kernel;
    }

    // Who trains or waits will have spent another interval with the same configuration.
    private IEnumerable<Moment> Pending(IReadOnlyCollection<Member> population)
    {
        foreach (Member member in population)
        {
            bool isPending = member.Status is MemberStatus.Running or MemberStatus.Paused;
            if (isPending && _history.Find(member.Trial) is { } standpoint)
                yield return Moment(member.Configuration, standpoint);
        }
    }

    private Moment Moment(Configuration configuration, Standpoint standpoint) => _space.Of(
        configuration,
        GainOutputs.Context(_history.Stretches, standpoint.Loss),
        (double)standpoint.Resource.Units / options.Population.Interval);
}
