namespace ActorTune.Strategies.Notation;

/// <summary>
/// Drives a sampler: trials are started, measured and ended as told. Whatever has more than one
/// value, or violations, is told with its outcome.
/// </summary>
internal sealed class Sampling
{
    private readonly List<Configuration> _configurations = [];
    private readonly List<double[]> _values = [];

    internal Sampling(
        string sampler, SearchSpace space, int objectives = 1, ulong seed = 7)
    {
        Specification = Specifications.Of("run-to-completion", sampler: sampler, space: space) with
        {
            Seed = seed,
            Objectives =
            [
                .. Enumerable.Range(0, objectives)
                    .Select(i => new Objective($"f{i}", Direction.Minimize)),
            ],
        };
        Sampler = StandardStrategies.Instance.CreateSampler(Specification);
    }

    internal ISampler Sampler { get; }

    internal StudySpecification Specification { get; }

    internal Resource? Resource { get; set; } = new(1);

    /// <summary>The configurations by trial number.</summary>
    internal IReadOnlyList<Configuration> Configurations => _configurations;

    /// <summary>The values of the measured trials in the order of measurement.</summary>
    internal IReadOnlyList<double[]> Values => _values;

    internal static SearchSpace UnitCube(int dimensions) => new(
        [.. Enumerable.Range(0, dimensions).Select(i => new FloatParameter($"x{i}", 0, 1))]);

    internal static double[] Point(Configuration configuration) =>
        [.. configuration.Values.Select(value => value.AsDouble())];

    internal Configuration Start()
    {
        var request = new SuggestionRequest(
            new TrialNumber(_configurations.Count), default, Resource);
        var suggested = (Suggestion.Suggested)Sampler.Suggest(request);
        return Start(suggested.Configuration);
    }

    internal Configuration Start(Configuration configuration)
    {
        _configurations.Add(configuration);
        Tell(_configurations.Count - 1, TrialChangeKind.Started, [0], null, configuration);
        return configuration;
    }

    internal void Complete(int trial, double[] values, double[]? violations = null)
    {
        _values.Add(values);
        Tell(trial, TrialChangeKind.Measured, values, violations);
        Tell(trial, TrialChangeKind.Completed, values, violations);
    }

    internal void Fail(int trial) => Tell(trial, TrialChangeKind.Failed, [0], null);

    internal void Cancel(int trial) => Tell(trial, TrialChangeKind.Cancelled, [0], null);

    internal Sampling Run(int trials, Func<double[], double[]> function)
    {
        for (int i = 0; i < trials; i++)
        {
            double[] values = function(Point(Start()));
            Complete(_configurations.Count - 1, values);
        }

        return this;
    }

    internal double Best() => _values.Min(values => values[0]);

    private void Tell(
        int trial,
        TrialChangeKind kind,
        double[] values,
        double[]? violations,
        Configuration? start = null) => Sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            Resource ?? Trials.Resource.Zero,
            values[0],
            kind == TrialChangeKind.Measured && Resource is not null,
            start)
        {
            Outcome = values.Length > 1 || violations is not null
                ? new TrialOutcome(values, violations ?? [])
                : null,
        });
}
