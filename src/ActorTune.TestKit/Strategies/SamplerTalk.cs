using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>Questions to a sampler and what it is told, as a study would put them.</summary>
internal static class SamplerTalk
{
    internal static SuggestionRequest Request(int trial) =>
        new(new TrialNumber(trial), default, new Resource(1));

    internal static Suggestion Ask(ISampler sampler, int trial)
    {
        SuggestionRequest request = Request(trial);
        string before = Spec.Save(sampler);
        Suggestion suggestion = sampler.Suggest(request);
        Spec.Same(suggestion, sampler.Suggest(request), "Suggest answers alike twice");
        Spec.Same(before, Spec.Save(sampler), "Suggest changes no state");
        return suggestion;
    }

    // A journal gives back equal configurations, never the same object.
    private static Configuration? Copy(Configuration? configuration) => configuration is null
        ? null
        : new Configuration(configuration.Names.Zip(
            configuration.Values, KeyValuePair.Create));

    internal static void Tell(
        ISampler sampler, TrialChangeKind kind, int trial, double value, Configuration? start)
    {
        sampler.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            kind == TrialChangeKind.Measured,
            Copy(start)));
    }
}
