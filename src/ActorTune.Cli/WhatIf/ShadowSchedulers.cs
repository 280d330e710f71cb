using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.WhatIf;

/// <summary>
/// The trial schedulers that a study is compared with while it runs: those that its file names
/// under <c>shadows</c>, or the usual ones that fit it.
/// </summary>
internal static class ShadowSchedulers
{
    private static readonly StrategyOptions[] Usual =
    [
        new("asha"),
        new StrategyOptions("asha").With("type", ParameterValue.Of("stopping")),
        new("hyperband"),
        new("successive-halving"),
        new("median"),
        new("run-to-completion"),
    ];

    /// <summary>What is wrong with the shadows that a file names.</summary>
    internal static IReadOnlyList<Problem> Check(
        StudySpecification study, IReadOnlyList<StrategyOptions> named)
    {
        var problems = new List<Problem>();
        for (int i = 0; i < named.Count; i++)
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"shadows[{i}]");
            problems.AddRange(Refusals(study, named[i]).Select(problem =>
                new Problem(path + problem.Path["scheduler".Length..], problem.Message)));
            if (!StudyWhatIf.CanAnswer(named[i]))
                problems.Add(new Problem(path, $"{named[i].Name} cannot be a shadow: it needs "
                    + "more than the recorded curves of one objective"));
        }

        return problems;
    }

    /// <summary>Compares a recorded study with its shadows, as far as it has come.</summary>
    internal static WhatIfReport Compare(
        RecordedStudy study, IReadOnlyList<StrategyOptions> named)
    {
        StudySpecification recorded = study.Curves.Specification;
        IEnumerable<StrategyOptions> shadows = named.Count > 0
            ? named
            : Usual.Where(usual => IsAnother(usual, recorded));
        var asked = new WhatIfOptions { Slots = study.Slots };
        return new WhatIfReport(study, asked, study.Answer(shadows, asked));
    }

    private static bool IsAnother(StrategyOptions usual, StudySpecification recorded) =>
        Refusals(recorded, usual).Count == 0
        && VersionOf(recorded with { Scheduler = usual }) != VersionOf(recorded);

    private static string VersionOf(StudySpecification study) =>
        StandardStrategies.Instance.CreateScheduler(study).Version;

    private static IReadOnlyList<Problem> Refusals(
        StudySpecification study, StrategyOptions shadow) =>
    [
        .. StandardStrategies.Instance.Check(study with { Scheduler = shadow })
            .Where(problem => problem.Path.StartsWith("scheduler", StringComparison.Ordinal)),
    ];
}
