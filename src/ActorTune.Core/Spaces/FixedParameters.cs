namespace ActorTune.Spaces;

/// <summary>Search spaces of which some parameters are held at one value.</summary>
public static class FixedParameters
{
    /// <summary>
    /// The space in which parameters are constants, with their conditions and places as before.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="values">The values by the parameters' names.</param>
    /// <exception cref="InvalidStudyException">
    /// A name is not a parameter's or comes twice, or a value is not one of its parameter's.
    /// </exception>
    public static SearchSpace Fix(
        this SearchSpace space, IReadOnlyList<KeyValuePair<string, ParameterValue>> values)
    {
        if (values.Count == 0)
            return space;
        Parameter[] parameters = [.. space.Parameters];
        var problems = new List<Problem>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string name, ParameterValue value) in values)
        {
            int index = Array.FindIndex(parameters, parameter => parameter.Name == name);
            Parameter? parameter = index < 0 ? null : space.Parameters[index];
            if (ProblemOf(parameter, names.Add(name), value) is { } problem)
                problems.Add(new Problem($"fixed.{name}", problem));
            else
                parameters[index] = new ConstantParameter(name, value)
                {
                    When = parameter!.When,
                };
        }

        InvalidStudyException.ThrowIfAny(problems);
        return new SearchSpace(parameters, space.Forbidden, space.Inequalities);
    }

    private static string? ProblemOf(Parameter? parameter, bool isFirst, ParameterValue value)
    {
        if (parameter is null)
            return "the search space has no such parameter";
        if (!isFirst)
            return "is fixed twice";
        return parameter.Contains(value) ? null : $"'{value}' is not one of its values";
    }

    /// <summary>
    /// A configuration of which some values are given: every other active parameter takes its
    /// constant or its default. Where it has neither, it stays out, and
    /// <see cref="SearchSpace.Check"/> says so.
    /// </summary>
    /// <param name="space">The space.</param>
    /// <param name="given">Values by name; what the space does not know is kept.</param>
    public static Configuration Complete(this SearchSpace space, Configuration given)
    {
        var values = new ParameterValue?[space.Dimensions];
        foreach (int index in space.ParentsFirst)
        {
            Parameter parameter = space.Parameters[index];
            if (given.TryGet(parameter.Name, out ParameterValue value))
                values[index] = value;
            else if (space.IsActive(index, values))
                values[index] = (parameter as ConstantParameter)?.Value ?? parameter.Default;
        }

        var pairs = new List<KeyValuePair<string, ParameterValue>>();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
                pairs.Add(KeyValuePair.Create(space.Parameters[i].Name, value));
        }

        HashSet<string> known = [.. space.Parameters.Select(parameter => parameter.Name)];
        pairs.AddRange(given.Names.Zip(given.Values, KeyValuePair.Create)
            .Where(pair => !known.Contains(pair.Key)));
        return new Configuration(pairs);
    }
}
