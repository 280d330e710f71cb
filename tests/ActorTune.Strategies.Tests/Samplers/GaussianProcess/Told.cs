namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Asks a sampler and tells it what became of its trials.</summary>
internal static class Told
{
    internal static double[] Values(
        string sampler,
        SearchSpace space,
        Func<Configuration, double> function,
        ulong seed,
        int trials)
    {
        ISampler created = Create(sampler, space, seed);
        var values = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            Configuration configuration = Suggest(created, trial);
            values[trial] = function(configuration);
            Start(created, trial, configuration);
            Measure(created, trial, values[trial]);
        }

        return values;
    }

    internal static ISampler Create(string sampler, SearchSpace space, ulong seed) =>
        StandardStrategies.Instance.CreateSampler(
            Specifications.Of("run-to-completion", sampler: sampler, space: space) with
            {
                Seed = seed,
            });

    internal static Configuration Suggest(ISampler sampler, int trial) =>
        Assert.IsType<Suggestion.Suggested>(sampler.Suggest(new SuggestionRequest(
            new TrialNumber(trial), default, new Resource(1)))).Configuration;

    internal static void Start(ISampler sampler, int trial, Configuration configuration) =>
        sampler.Observe(new TrialChange(
            TrialChangeKind.Started,
            new TrialNumber(trial),
            default,
            new Resource(1),
            0,
            false,
            configuration));

    internal static void Measure(ISampler sampler, int trial, double value)
    {
        Tell(sampler, TrialChangeKind.Measured, trial, value);
        Tell(sampler, TrialChangeKind.Completed, trial, value);
    }

    internal static void Tell(
        ISampler sampler, TrialChangeKind kind, int trial, double value) =>
        sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            kind == TrialChangeKind.Measured,
            null));

    internal static string Saved(ISampler sampler)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            sampler.Save(writer);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
