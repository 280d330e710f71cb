using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;
using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>
/// BOHB's sampler: a kernel density of the good trials and one of the others at the largest rung
/// that has enough of them; the point of the largest ratio is suggested (Falkner, Klein and Hutter,
/// "BOHB: robust and efficient hyperparameter optimization at scale", ICML 2018).
/// </summary>
/// <remarks>
/// The state is the history and every trial's measurement at every rung. The model is kept until
/// one of them changes.
/// </remarks>
internal sealed class BohbSampler : ISampler
{
    private const int MaxRedraws = 100;

    private static readonly StreamName Stream = new("bohb");

    private readonly SearchSpace _space;
    private readonly TrialHistory _history;
    private readonly RungResults _results;
    private readonly BohbOptions _options;
    private readonly ulong _seed;
    private readonly KernelAxis[] _axes;
    private BohbModel? _model;
    private bool _isStale;

    internal BohbSampler(StudySpecification specification, BohbOptions options)
    {
        _space = specification.SearchSpace;
        _history = new TrialHistory(_space, specification.Objectives);
        _results = new RungResults(specification.Objective);
        _options = options;
        _seed = specification.Seed;
        _axes =
        [
            .. _space.Parameters.Select((parameter, i) => new KernelAxis(parameter, i))
                .Where(axis => axis.Kind != AxisKind.Point),
        ];
    }

    /// <inheritdoc/>
    public string Version => "bohb/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        int trial = request.Trial.Value;
        if (_isStale)
        {
            _model = BohbModel.Of(_axes, _history, _results, _options, _seed);
            _isStale = false;
        }

        RandomStream chance = RandomStream.For(_seed, Stream, trial, request.Ordinal);
        bool isRandom = chance.NextDouble() < _options.RandomFraction;
        return new Suggestion.Suggested(
            isRandom || _model is null || Choose(_model, chance) is not { } configuration
                ? _space.Draw(RandomStream.For(
                    _seed, StreamName.Sampler, trial, request.Ordinal))
                : configuration);
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _history.Observe(change);
        _results.Observe(change);
        _isStale = true;
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        _results.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        _results.Load(saved);
        _isStale = true;
    });

    // The allowed configuration of the largest ratio among the points drawn, or null.
    private Configuration? Choose(BohbModel model, RandomStream chance)
    {
        var batch = new PointBatch(_axes, _options.Samples);
        var drawn = new Configuration?[_options.Samples];
        for (int j = 0; j < drawn.Length; j++)
            drawn[j] = DrawAllowed(model, chance, batch, j);
        double[] ratios = model.LogRatios(batch);
        int best = -1;
        for (int j = 0; j < drawn.Length; j++)
        {
            if (drawn[j] is not null && (best < 0 || ratios[j] > ratios[best]))
                best = j;
        }

        return best < 0 ? null : drawn[best];
    }

    private Configuration? DrawAllowed(
        BohbModel model, RandomStream chance, PointBatch batch, int index)
    {
        var point = new double[_space.Dimensions];
        Array.Fill(point, 0.5);
        for (int draw = 0; draw < MaxRedraws; draw++)
        {
            model.Draw(chance, batch, index);
            batch.CopyTo(index, point);
            Configuration configuration = _space.Decode(point);
            if (_space.Allows(configuration))
                return configuration;
        }

        return null;
    }
}
