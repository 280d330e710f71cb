using ActorTune.Strategies;

namespace ActorTune.Studies.Forks;

/// <summary>Finds everything that is wrong with the specification of a fork.</summary>
public static class ForkCheck
{
    /// <summary>All problems at once, those of a new study among them.</summary>
    /// <param name="parent">The parent as it was at the fork.</param>
    /// <param name="specification">The fork's specification.</param>
    /// <param name="keepsScheduler">Whether the trial scheduler goes on as it is.</param>
    /// <param name="catalog">The strategies.</param>
    public static IReadOnlyList<Problem> Run(
        StudyState parent,
        StudySpecification specification,
        bool keepsScheduler,
        IStrategyCatalog catalog)
    {
        StudySpecification before = parent.Specification;
        var problems = new List<Problem>();
        problems.AddRange(keepsScheduler
            ? [.. specification.Check(), .. catalog.Check(specification)]
            : Succession.Check(specification, catalog));
        if (before.Strict is not null || specification.Strict is not null)
            problems.Add(new Problem(
                "reproducible",
                "a strict study neither forks nor is forked: the order of its decisions follows "
                + "from its own beginning; start a new study with start-from"));
        CheckKept(before, specification, problems);
        CheckParameters(before.SearchSpace, specification.SearchSpace, problems);
        return problems;
    }

    // What gave the past its measurements is the past's.
    private static void CheckKept(
        StudySpecification before, StudySpecification after, List<Problem> problems)
    {
        const string judged = "what earlier trials were judged by cannot change";
        const string drawn = "the seeds of earlier trials follow from it";
        string objective = after.Objectives.Count > 1 ? "objectives" : "objective";
        (bool Holds, string Path, string Message)[] demands =
        [
            (before.Objectives.SequenceEqual(after.Objectives), objective, judged),
            (before.Constraints.SequenceEqual(after.Constraints), "constraints", judged),
            (before.ResourceUnit == after.ResourceUnit, "resource.unit",
                $"earlier measurements are counted in '{before.ResourceUnit}'"),
            (before.Seed == after.Seed, "seed", drawn),
            (before.Seeds == after.Seeds, "seeds", drawn),
            (after.Enqueue.All(before.Enqueue.Contains), "enqueue",
                "configurations can be taken away but not added; enqueue them when the fork runs"),
        ];
        foreach ((bool holds, string path, string message) in demands)
            Demand(holds, path, message, problems);
    }

    private static void CheckParameters(
        SearchSpace before, SearchSpace after, List<Problem> problems)
    {
        foreach (Parameter parameter in before.Parameters)
            Demand(
                after.Parameters.Any(one => one.Name == parameter.Name),
                $"search-space.{parameter.Name}",
                "a fork cannot take a parameter away, as earlier trials were measured with it; "
                + "hold it at one value with 'fixed'",
                problems);
        foreach (Parameter parameter in after.Parameters)
            Demand(
                before.Parameters.Any(one => one.Name == parameter.Name),
                $"search-space.{parameter.Name}",
                "a fork cannot add a parameter, as earlier trials were measured without it; start "
                + "a new study",
                problems);
    }

    private static void Demand(bool holds, string path, string message, List<Problem> problems)
    {
        if (!holds)
            problems.Add(new Problem(path, $"{message}; fork without this change"));
    }
}
