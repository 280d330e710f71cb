using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// Drives a sampler trial by trial, without a study around it. Every suggestion is asked for twice
/// and checked against the search space; after every change the sampler is saved and reloaded.
/// </summary>
public sealed class SamplerHarness
{
    private readonly Func<ISampler> _create;
    private readonly SearchSpace _space;
    private readonly List<Configuration> _configurations = [];

    /// <summary>Creates a harness.</summary>
    /// <param name="space">The search space.</param>
    /// <param name="create">Makes the sampler in its first state, the same each time.</param>
    public SamplerHarness(SearchSpace space, Func<ISampler> create)
    {
        _space = space;
        _create = create;
        Sampler = create();
    }

    /// <summary>Creates a harness of the sampler that a specification names.</summary>
    /// <param name="specification">The study.</param>
    /// <param name="catalog">The strategies; null: the standard ones.</param>
    public SamplerHarness(StudySpecification specification, IStrategyCatalog? catalog = null)
        : this(
            specification.SearchSpace,
            () => (catalog ?? StandardStrategies.Instance).CreateSampler(specification))
    {
    }

    /// <summary>The sampler as it is now.</summary>
    public ISampler Sampler { get; private set; }

    /// <summary>The configurations by trial number.</summary>
    public IReadOnlyList<Configuration> Configurations => _configurations;

    /// <summary>Asks for the next trial's configuration and starts it.</summary>
    public Configuration Start() => Ask() is Suggestion.Suggested suggested
        ? Start(suggested.Configuration)
        : throw new SpecException(
            $"Trial {_configurations.Count}: expected a configuration, got {Ask()}");

    /// <summary>Starts a trial on a configuration that the sampler did not choose.</summary>
    /// <param name="configuration">The configuration.</param>
    public Configuration Start(Configuration configuration)
    {
        _configurations.Add(configuration);
        Tell(_configurations.Count - 1, TrialChangeKind.Started, 0, configuration);
        return configuration;
    }

    /// <summary>A trial is measured and done.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="value">The objective.</param>
    public SamplerHarness Complete(int trial, double value)
    {
        Tell(trial, TrialChangeKind.Measured, value);
        Tell(trial, TrialChangeKind.Completed, value);
        return this;
    }

    /// <summary>A trial fails for good.</summary>
    /// <param name="trial">The trial's number.</param>
    public SamplerHarness Fail(int trial)
    {
        Tell(trial, TrialChangeKind.Failed, 0);
        return this;
    }

    /// <summary>Runs trials one after another on a function.</summary>
    /// <param name="trials">How many.</param>
    /// <param name="function">The objective of a configuration.</param>
    /// <returns>The values in order.</returns>
    public IReadOnlyList<double> Run(int trials, Func<Configuration, double> function)
    {
        var values = new List<double>();
        for (int i = 0; i < trials; i++)
        {
            double value = function(Start());
            values.Add(value);
            Complete(_configurations.Count - 1, value);
        }

        return values;
    }

    /// <summary>Demands that the sampler waits for results before it suggests more.</summary>
    public SamplerHarness ShouldWait() => ShouldAnswer(Suggestion.Wait, "wait");

    /// <summary>Demands that the sampler has nothing left to suggest.</summary>
    public SamplerHarness ShouldBeExhausted() => ShouldAnswer(Suggestion.Exhausted, "exhausted");

    private SamplerHarness ShouldAnswer(Suggestion expected, string word)
    {
        Suggestion seen = Ask();
        Spec.Demand(
            seen == expected, $"Trial {_configurations.Count}: expected {word}, got {seen}");
        return this;
    }

    private Suggestion Ask()
    {
        Suggestion suggestion = SamplerTalk.Ask(Sampler, _configurations.Count);
        if (suggestion is Suggestion.Suggested suggested)
            Spec.Same(
                string.Empty,
                string.Join("; ", _space.Check(suggested.Configuration)),
                $"Suggestion {suggested.Configuration} lies in the space");
        return suggestion;
    }

    private void Tell(
        int trial, TrialChangeKind kind, double value, Configuration? configuration = null)
    {
        SamplerTalk.Tell(Sampler, kind, trial, value, configuration);
        Sampler = Reloads.Again(Sampler, _create);
    }
}
