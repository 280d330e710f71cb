using ActorTune.Randomness;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;
using static ActorTune.TestKit.Strategies.SamplerTalk;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// What every sampler must keep to, on every space of <see cref="SearchSpaceCatalog"/>, as cases
/// for any test framework.
/// </summary>
public sealed class SamplerSpec
{
    private const int Trials = 40;
    private const int Imported = 12;

    private readonly IStrategyCatalog _catalog;
    private readonly StudySpecification _specification;

    /// <summary>Creates the suite.</summary>
    /// <param name="catalog">Makes the sampler.</param>
    /// <param name="specification">Names it; its search space is replaced.</param>
    public SamplerSpec(IStrategyCatalog catalog, StudySpecification specification)
    {
        _catalog = catalog;
        _specification = specification;
    }

    /// <summary>
    /// Whether suggestions depend on the seed and the trial's number alone, so that neither the
    /// results nor the order of their arrival matter.
    /// </summary>
    /// <value>Default: false.</value>
    public bool IsIndependent { get; init; }

    /// <summary>The cases, in a fixed order.</summary>
    public IReadOnlyList<SpecCase> Cases =>
        [.. SearchSpaceCatalog.All.SelectMany(space => CasesOn(space.Key, space.Value))];

    private IEnumerable<SpecCase> CasesOn(string name, SearchSpace space)
    {
        yield return new($"{name}: every suggestion lies in the space", () => Run(space, false));
        yield return new($"{name}: saved and reloaded always it goes on alike", () => Spec.Same(
            Run(space, false), Run(space, true), "Suggestions of a reloaded sampler"));
        yield return new(
            $"{name}: imported trials: suggestions stay in the space, saved and reloaded or not",
            () => Spec.Same(
                Run(space, false, Imported),
                Run(space, true, Imported),
                "Suggestions of a reloaded sampler that started from imported trials"));
        yield return new($"{name}: the same seed gives the same suggestions", () => Spec.Same(
            Run(space, false), Run(space, false), "Suggestions of the same seed"));
        yield return new($"{name}: trials asked about in one state differ", () => Differ(space));
        yield return new($"{name}: exhausted stays exhausted", () => Exhaust(space));
        yield return new($"{name}: a saved state of something else is refused", () =>
            Spec.RefusesOtherText(Create(space)));
        if (IsIndependent)
            yield return new($"{name}: neither results nor their order matter", () =>
                Independent(space));
    }

    private ISampler Create(SearchSpace space) =>
        _catalog.CreateSampler(_specification with { SearchSpace = space });

    private void Import(ISampler sampler, SearchSpace space, int count)
    {
        for (int i = 0; i < count; i++)
        {
            RandomStream chance = RandomStream.For(_specification.Seed, StreamName.Sampler, i, 0);
            Tell(sampler, TrialChangeKind.Imported, i, (i + 0.5) / count, space.Draw(chance));
        }
    }

    private string Run(SearchSpace space, bool reloads, int imported = 0)
    {
        ISampler sampler = Create(space);
        Import(sampler, space, imported);
        var told = new List<string>();
        for (int trial = 0; trial < Trials; trial++)
        {
            if (reloads)
                sampler = Reload(sampler, space);
            if (Ask(sampler, trial) is not Suggestion.Suggested suggested)
                break;
            Configuration configuration = suggested.Configuration;
            Spec.Same(
                string.Empty,
                string.Join("; ", space.Check(configuration)),
                $"Suggestion {configuration} lies in the space");
            told.Add(configuration.ToString());
            Train(sampler, trial, configuration);
        }

        Spec.Demand(told.Count > 0, "A first suggestion comes before any result");
        return string.Join("\n", told);
    }

    private static void Train(ISampler sampler, int trial, Configuration configuration)
    {
        Tell(sampler, TrialChangeKind.Started, trial, 0, configuration);
        Tell(sampler, TrialChangeKind.Measured, trial, trial * 7 % 5, null);
        Tell(
            sampler,
            trial % 4 == 3 ? TrialChangeKind.Failed : TrialChangeKind.Completed,
            trial,
            trial * 7 % 5,
            null);
    }

    private ISampler Reload(ISampler sampler, SearchSpace space)
    {
        string saved = Spec.Save(sampler);
        ISampler fresh = Spec.Load(Create(space), saved);
        Spec.Same(saved, Spec.Save(fresh), "A loaded state is saved alike");
        return fresh;
    }

    private void Differ(SearchSpace space)
    {
        ISampler sampler = Create(space);
        List<Configuration> told = [.. Enumerable.Range(0, Trials)
            .Select(trial => Ask(sampler, trial))
            .OfType<Suggestion.Suggested>()
            .Select(suggested => suggested.Configuration)];
        bool isPoint = space.Parameters.All(parameter => parameter.ValueCount == 1);
        Spec.Demand(
            isPoint || told.Distinct().Count() > 1,
            $"{told.Count} trials asked about in one state get more than one configuration");
    }

    private void Exhaust(SearchSpace space)
    {
        ISampler sampler = Create(space);
        for (int trial = 0; trial < 2000; trial++)
        {
            // Not Ask: that saves the state, and the longer the study, the more there is to save.
            Suggestion suggestion = sampler.Suggest(Request(trial));
            if (suggestion is Suggestion.Suggested suggested)
            {
                Tell(sampler, TrialChangeKind.Started, trial, 0, suggested.Configuration);
            }
            else if (suggestion == Suggestion.Exhausted)
            {
                Tell(sampler, TrialChangeKind.Measured, 0, 1, null);
                Spec.Same(Suggestion.Exhausted, Ask(sampler, trial), "Exhausted is for good");
                Spec.Same(Suggestion.Exhausted, Ask(sampler, trial + 1), "Exhausted is for all");
                return;
            }
        }
    }

    private void Independent(SearchSpace space)
    {
        ISampler forward = Create(space);
        ISampler backward = Create(space);
        for (int trial = 0; trial < Trials; trial++)
        {
            Configuration start = Draw(forward, trial);
            Tell(forward, TrialChangeKind.Started, trial, 0, start);
            Tell(forward, TrialChangeKind.Completed, trial, trial, null);
        }

        for (int trial = Trials - 1; trial >= 0; trial--)
            Tell(backward, TrialChangeKind.Completed, trial, -trial, null);
        for (int trial = 0; trial < 2 * Trials; trial++)
            Spec.Same(Draw(forward, trial), Draw(backward, trial), $"Trial {trial} is drawn alike");
    }

    private static Configuration Draw(ISampler sampler, int trial) =>
        Ask(sampler, trial) is Suggestion.Suggested suggested
            ? suggested.Configuration
            : throw new SpecException($"An independent sampler always suggests; trial {trial}");
}
