using System.Text;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// Runs trials of a sampler by hand: which ones start, and in which order they end.
/// </summary>
internal sealed class SamplerDriver
{
    private readonly StudySpecification _specification;
    private readonly List<Configuration> _started = [];
    private ISampler _sampler;

    internal SamplerDriver(string options, SearchSpace space, ulong seed = 7)
    {
        StudySpecification specification =
            Specifications.Of("run-to-completion", sampler: options, space: space);
        _specification = specification with { Seed = seed };
        _sampler = StandardStrategies.Instance.CreateSampler(_specification);
    }

    internal IReadOnlyList<Configuration> Started => _started;

    internal Configuration Ask() => Ask(_started.Count);

    internal Configuration Ask(int trial) => Assert.IsType<Suggestion.Suggested>(_sampler.Suggest(
        new SuggestionRequest(new TrialNumber(trial), default, null))).Configuration;

    /// <summary>Starts the suggested configuration, or another one that was enqueued.</summary>
    internal int Start(Configuration? enqueued = null)
    {
        Configuration configuration = enqueued ?? Ask();
        _started.Add(configuration);
        Tell(TrialChangeKind.Started, _started.Count - 1, 0, configuration);
        return _started.Count - 1;
    }

    internal void End(int trial, double value)
    {
        Tell(TrialChangeKind.Measured, trial, value);
        Tell(TrialChangeKind.Completed, trial, value);
    }

    internal void Tell(
        TrialChangeKind kind, int trial, double value, Configuration? configuration = null) =>
        _sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            kind == TrialChangeKind.Measured,
            configuration));

    /// <summary>Runs trials one by one; tells the best value.</summary>
    internal double Run(int trials, Func<Configuration, double> evaluate, bool reloads = false)
    {
        double best = double.PositiveInfinity;
        for (int i = 0; i < trials; i++)
        {
            if (reloads)
                Reload();
            int trial = Start();
            double value = evaluate(_started[trial]);
            best = Math.Min(best, value);
            End(trial, value);
        }

        return best;
    }

    internal string Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            _sampler.Save(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal void Reload()
    {
        string saved = Save();
        _sampler = StandardStrategies.Instance.CreateSampler(_specification);
        using JsonDocument document = JsonDocument.Parse(saved);
        _sampler.Load(document.RootElement);
        Assert.Equal(saved, Save());
    }
}
