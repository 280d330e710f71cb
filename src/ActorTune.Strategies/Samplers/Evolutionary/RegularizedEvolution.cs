using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// Ageing evolution (Real, Aggarwal, Huang and Le, AAAI 2019): only the latest trials may have
/// children, however good an older one is. The best of a few drawn among them is changed in one
/// parameter.
/// </summary>
/// <remarks>
/// Age is counted by trial number among the trials with a result, so that the population is a
/// function of the history and slow trials enter at their own age.
/// </remarks>
internal sealed class RegularizedEvolution : ISampler
{
    private const int MaxRedraws = 100;
    private static readonly StreamName Stream = new("regularized-evolution");

    private readonly TrialHistory _history;
    private readonly RegularizedEvolutionOptions _options;
    private readonly ulong _seed;

    internal RegularizedEvolution(
        StudySpecification specification, RegularizedEvolutionOptions options)
    {
        _seed = specification.Seed;
        _options = options;
        _history = new TrialHistory(specification.SearchSpace, specification.Objectives);
    }

    /// <inheritdoc/>
    public string Version => "regularized-evolution/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        RandomStream chance = RandomStream.For(_seed, Stream, request.Trial.Value, request.Ordinal);
        if (_history.Ranked.Count < _options.Population)
            return new Suggestion.Suggested(_history.Space.Draw(chance));
        HistoryTrial parent = Parent(chance);
        return new Suggestion.Suggested(Genes.Allowed(
            _history.Space, chance, () => Child(parent, chance)));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change) => _history.Observe(change);

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(
        Version, state, saved => _history.Load(saved.GetProperty("trials")));

    private HistoryTrial Parent(RandomStream chance)
    {
        var youngest = new List<HistoryTrial>();
        for (int i = _history.Trials.Count - 1; youngest.Count < _options.Population; i--)
        {
            if (_history.Find(i) is
                { Status: ObservationStatus.Observed or ObservationStatus.Failed } trial)
                youngest.Add(trial);
        }

        HistoryTrial best = youngest[chance.NextInt32(youngest.Count)];
        for (int i = 1; i < _options.Sample; i++)
        {
            HistoryTrial other = youngest[chance.NextInt32(youngest.Count)];
            if (TrialRanking.Instance.Compare(other, best) < 0)
                best = other;
        }

        return best;
    }

    // Parameters that the change makes active are drawn, as the parent has no value for them.
    private double[] Child(HistoryTrial parent, RandomStream chance)
    {
        SearchSpace space = _history.Space;
        double[] point = Genes.CopyOf(parent, space, chance);
        int[] free =
        [
            .. Enumerable.Range(0, point.Length).Where(i =>
                space.Parameters[i].ValueCount != 1
                && Genes.IsActive(space.Parameters[i], parent)),
        ];
        if (free.Length == 0)
            return point;
        int changed = free[chance.NextInt32(free.Length)];
        Parameter parameter = space.Parameters[changed];
        ParameterValue before = parameter.Decode(point[changed]);
        for (int i = 0; i < MaxRedraws && parameter.Decode(point[changed]) == before; i++)
            point[changed] = chance.NextDouble();
        return point;
    }
}
