using ActorTune.Studies.Commands;
using ActorTune.Studies.Forks;

namespace ActorTune.Cli.Tests;

/// <summary>Studies that forked or changed their scheduler, kept like the others.</summary>
internal static class GoldenSuccessions
{
    private static readonly StudySpecification Parent = GoldenStudies.All["asha"];

    private static readonly StrategyOptions Stopping = new StrategyOptions("asha")
        .With("type", ParameterValue.Of("stopping"))
        .With("reduction-factor", ParameterValue.Of(2L));

    /// <summary>The journals by what they show, as this build writes them.</summary>
    internal static SortedDictionary<string, Func<IReadOnlyList<JournalEntry>>> All { get; } =
        new(StringComparer.Ordinal)
        {
            ["forked.factor"] = () => Fork(Parent with
            {
                Scheduler = new StrategyOptions("asha")
                    .With("reduction-factor", ParameterValue.Of(2L)),
            }),
            ["forked.hyperband"] = () => Fork(Parent with
            {
                Scheduler = new StrategyOptions("hyperband"),
            }),
            ["forked.space"] = () => Fork(
                Parent with
                {
                    Sampler = new StrategyOptions("tpe"),
                    SearchSpace = new SearchSpace(
                    [
                        new FloatParameter("x", 1e-2, 1) { Scale = Scale.Log },
                        new IntegerParameter("n", 1, 12),
                    ]),
                },
                keepsScheduler: true),
            ["switched.stopping"] = () => Switch(Stopping),
            ["switched.median"] = () => Switch(new StrategyOptions("median")
                .With("startup-trials", ParameterValue.Of(2L))),
        };

    internal static string FileOf(string name) => Path.Combine(
        Path.GetDirectoryName(GoldenStudies.FileOf(Parent))!, $"{name}.jsonl");

    private static IReadOnlyList<JournalEntry> Fork(
        StudySpecification study, bool keepsScheduler = false)
    {
        IReadOnlyList<JournalEntry> parent = GoldenStudies.Simulate(Parent);
        var forked = new StudyForked(Parent.Study, study with { Study = new StudyId("fork") })
        {
            KeepsScheduler = keepsScheduler,
        };
        JournalEntry[] past = [.. parent.Take(parent.Count / 2)];
        return GoldenStudies.Simulate(study, new SimulationOptions
        {
            Slots = 3,
            Past = ForkedStudy.Begin(
                past, forked, past[^1].At.AddHours(1), StandardStrategies.Instance).Entries,
        });
    }

    private static IReadOnlyList<JournalEntry> Switch(StrategyOptions scheduler) =>
        GoldenStudies.Simulate(Parent, new SimulationOptions
        {
            Slots = 3,
            Said = [new SaidCommand(new SequenceNumber(60), new SwitchScheduler(scheduler))],
        });
}
