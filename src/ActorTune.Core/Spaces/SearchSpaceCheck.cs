namespace ActorTune.Spaces;

/// <summary>Finds everything that is wrong with a search space, with the path of each.</summary>
internal static class SearchSpaceCheck
{
    internal static IReadOnlyList<Problem> Run(SearchSpace space)
    {
        var problems = new List<Problem>();
        if (space.Parameters.Count == 0)
            problems.Add(new Problem("search-space", "there must be at least one parameter"));
        var byName = new Dictionary<string, Parameter>();
        foreach (Parameter parameter in space.Parameters)
        {
            if (string.IsNullOrWhiteSpace(parameter.Name))
                problems.Add(new Problem("search-space", "a parameter needs a name"));
            else if (!byName.TryAdd(parameter.Name, parameter))
                problems.Add(At(parameter.Name, "is declared twice"));
        }

        foreach (Parameter parameter in space.Parameters)
            CheckParameter(parameter, byName, problems);
        if (problems.Count == 0 && ParentOrder.Of(space.Parameters) is null)
            problems.Add(new Problem("search-space", "some conditions go round in a circle"));
        CheckConstraints(space, byName, problems);
        return problems;
    }

    private static Problem At(string name, string message) => new($"search-space.{name}", message);

    private static void CheckParameter(
        Parameter parameter, Dictionary<string, Parameter> byName, List<Problem> problems)
    {
        var messages = new List<string>();
        parameter.Check(messages);
        foreach (string message in messages)
            problems.Add(At(parameter.Name, message));
        if (messages.Count == 0 && parameter.Default is { } value && !parameter.Contains(value))
            problems.Add(At($"{parameter.Name}.default", $"'{value}' is not one of its values"));
        foreach (Condition condition in parameter.When)
            CheckCondition(parameter, condition, byName, problems);
    }

    private static void CheckCondition(
        Parameter parameter,
        Condition condition,
        Dictionary<string, Parameter> byName,
        List<Problem> problems)
    {
        string path = $"{parameter.Name}.when.{condition.Parent}";
        if (!byName.TryGetValue(condition.Parent, out Parameter? parent))
            problems.Add(At(path, $"there is no parameter '{condition.Parent}'"));
        else if (!condition.IsOneOf && !IsNumeric(parent))
            problems.Add(At(path, $"'{condition.Parent}' is not numeric; list its values instead"));
        else if (condition.IsOneOf)
            CheckValues(path, condition, parent, problems);
    }

    private static void CheckValues(
        string path, Condition condition, Parameter parent, List<Problem> problems)
    {
        if (condition.Values.Count == 0)
            problems.Add(At(path, "there must be at least one value"));
        // A fixed parent has one value left; conditions on its others never hold.
        if (parent is ConstantParameter)
            return;
        foreach (ParameterValue value in condition.Values.Where(value => !parent.Contains(value)))
            problems.Add(At(path, $"'{value}' is not one of its values"));
    }

    private static void CheckConstraints(
        SearchSpace space, Dictionary<string, Parameter> byName, List<Problem> problems)
    {
        foreach (ForbiddenCombination combination in space.Forbidden)
        {
            foreach ((string name, ParameterValue value) in combination.Values)
            {
                if (!byName.TryGetValue(name, out Parameter? parameter))
                    problems.Add(new Problem("forbidden", $"there is no parameter '{name}'"));
                else if (parameter is not ConstantParameter && !parameter.Contains(value))
                    problems.Add(new Problem("forbidden", $"'{value}' is not a value of '{name}'"));
            }
        }

        foreach (Inequality inequality in space.Inequalities)
        {
            CheckSide(inequality, inequality.Smaller, byName, problems);
            CheckSide(inequality, inequality.Larger, byName, problems);
        }
    }

    private static void CheckSide(
        Inequality inequality,
        string name,
        Dictionary<string, Parameter> byName,
        List<Problem> problems)
    {
        if (!byName.TryGetValue(name, out Parameter? parameter))
            problems.Add(new Problem("constraints", $"{inequality}: there is no '{name}'"));
        else if (!IsNumeric(parameter))
            problems.Add(new Problem("constraints", $"{inequality}: '{name}' is not numeric"));
    }

    private static bool IsNumeric(Parameter parameter) => parameter
        is FloatParameter or IntegerParameter or ConstantParameter { Value.IsNumber: true };
}
