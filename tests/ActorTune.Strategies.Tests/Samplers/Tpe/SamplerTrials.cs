namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>A sampler and the trials that it is told of.</summary>
internal sealed class SamplerTrials(StudySpecification specification)
{
    internal ISampler Sampler { get; private set; } = Create(specification);

    internal Configuration Suggest(int trial) =>
        ((Suggestion.Suggested)Sampler.Suggest(new SuggestionRequest(
            new TrialNumber(trial), default, null))).Configuration;

    internal void Start(int trial, Configuration configuration, long until = 1) =>
        Tell(TrialChangeKind.Started, trial, until, 0, configuration);

    internal void Measure(int trial, double value, long resource = 1) =>
        Tell(TrialChangeKind.Measured, trial, resource, value, null);

    internal void End(int trial, TrialChangeKind kind, double value = 0, long resource = 1) =>
        Tell(kind, trial, resource, value, null);

    internal void Reload()
    {
        string before = Save();
        Sampler = Create(specification);
        using JsonDocument saved = JsonDocument.Parse(before);
        Sampler.Load(saved.RootElement);
        Assert.Equal(before, Save());
    }

    /// <summary>The best value of a study of so many trials, one after the other.</summary>
    internal double Minimise(int trials, Func<Configuration, double> value)
    {
        double best = double.PositiveInfinity;
        for (int trial = 0; trial < trials; trial++)
        {
            Configuration configuration = Suggest(trial);
            double now = value(configuration);
            best = Math.Min(best, now);
            Start(trial, configuration);
            Measure(trial, now);
            End(trial, TrialChangeKind.Completed, now);
        }

        return best;
    }

    private static ISampler Create(StudySpecification specification) =>
        StandardStrategies.Instance.CreateSampler(specification);

    private string Save()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Sampler.Save(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private void Tell(
        TrialChangeKind kind, int trial, long resource, double value, Configuration? start) =>
        Sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(resource),
            value,
            kind == TrialChangeKind.Measured,
            start));
}
