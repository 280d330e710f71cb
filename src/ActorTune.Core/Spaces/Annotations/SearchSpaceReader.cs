namespace ActorTune.Spaces.Annotations;

/// <summary>
/// Builds a search space from an annotated options class. Every public property that can be set,
/// by a setter or by the constructor, is a parameter, its name in kebab case: LearningRate is
/// "learning-rate". Booleans and enums need no annotation; the members of an enum become texts in
/// kebab case. Other properties need one, <see cref="NotTunedAttribute"/> to be left out.
/// </summary>
public static class SearchSpaceReader
{
    /// <summary>Builds the search space of a class.</summary>
    /// <typeparam name="T">The options class, record or struct.</typeparam>
    /// <param name="useInitialValues">
    /// Whether the values of a fresh instance are the defaults of all parameters, as
    /// <see cref="UseAsDefaultAttribute"/> on the class says.
    /// </param>
    /// <returns>
    /// The search space, parameters in declared order, those of base classes first.
    /// </returns>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    public static SearchSpace From<T>(bool useInitialValues = false) =>
        From(typeof(T), useInitialValues);

    /// <summary>Builds the search space of a class known at run time.</summary>
    /// <param name="type">The options class, record or struct.</param>
    /// <param name="useInitialValues">Whether initial values are defaults.</param>
    /// <returns>The search space.</returns>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    public static SearchSpace From(Type type, bool useInitialValues = false)
    {
        ArgumentNullException.ThrowIfNull(type);
        bool allDefaults = useInitialValues
            || type.IsDefined(typeof(UseAsDefaultAttribute), inherit: true);
        var problems = new List<Problem>();
        AnnotatedProperty[] properties =
        [
            .. OptionsClass.Properties(type, problems)
                .Where(property => !property.Has<NotTunedAttribute>()),
        ];
        var parameters = new List<Parameter>();
        foreach (AnnotatedProperty property in properties)
        {
            Parameter? parameter = Build(property, properties, allDefaults);
            if (parameter is not null && !property.IsRefused)
                parameters.Add(parameter);
        }

        return Assemble(parameters, properties, problems);
    }

    private static Parameter? Build(
        AnnotatedProperty property, AnnotatedProperty[] properties, bool allDefaults)
    {
        if (property.Kind is null)
        {
            property.Refuse(
                $"the type {property.Type.Name} cannot be tuned; use a number, a text, a boolean "
                + "or an enum, or mark it [NotTuned]");
            return null;
        }

        Parameter? parameter = BuildCase(property);
        if (parameter is null)
            return null;
        return parameter with
        {
            When = [.. property.Annotations<WhenAttribute>()
                .Select(when => Read(when, property, properties))
                .OfType<Condition>()],
            Default = allDefaults || property.Has<UseAsDefaultAttribute>()
                ? ReadDefault(property)
                : null,
        };
    }

    private static Parameter? BuildCase(AnnotatedProperty property)
    {
        ParameterAttribute[] cases = property.Annotations<ParameterAttribute>();
        if (cases.Length == 1)
            return cases[0].Build(property);
        if (cases.Length > 1)
            property.Refuse($"{cases.Length} annotations say what it is; keep one");
        else if (property.Kind == ParameterValueKind.Boolean)
            return new BooleanParameter(property.Name);
        else if (property.Type.IsEnum)
            return new ChoiceAttribute().Build(property);
        else
            property.Refuse(
                "nothing says which values it takes; annotate it with [FloatRange], "
                + "[IntegerRange], [Choice], [Ordinal] or [Constant], or mark it [NotTuned]");
        return null;
    }

    private static ParameterValue? ReadDefault(AnnotatedProperty property)
    {
        if (property.InitialValue is { } value)
            return property.ReadValue(value, ".default");
        property.Refuse("it has no initial value to use as default; initialise it", ".default");
        return null;
    }

    private static Condition? Read(
        WhenAttribute when, AnnotatedProperty property, AnnotatedProperty[] properties)
    {
        string name = KebabCase.Of(when.Parent);
        string below = $".when.{name}";
        double? atLeast = double.IsNaN(when.AtLeast) ? null : when.AtLeast;
        double? atMost = double.IsNaN(when.AtMost) ? null : when.AtMost;
        bool isRange = atLeast is not null || atMost is not null;
        AnnotatedProperty? parent = properties.FirstOrDefault(other => other.Name == name);
        if (parent is null)
            property.Refuse($"there is no property for the parent '{when.Parent}'", below);
        else if (isRange == when.Values.Count > 0)
            property.Refuse("give either the parent's values or AtLeast and AtMost", below);
        else if (isRange)
            return Condition.Between(name, atLeast, atMost);
        else
            return ReadOneOf(when, property, parent, below);
        return null;
    }

    private static Condition? ReadOneOf(
        WhenAttribute when, AnnotatedProperty property, AnnotatedProperty parent, string below)
    {
        var values = new List<ParameterValue>();
        foreach (object value in when.Values)
        {
            if (AnnotatedValue.Read(value, parent.Type) is { } read)
                values.Add(read);
            else
                property.Refuse(
                    $"'{AnnotatedValue.Print(value)}' is not a value of {parent.CodeName}, "
                    + $"which is of type {parent.Type.Name}",
                    below);
        }

        return property.IsRefused ? null : Condition.OneOf(parent.Name, values);
    }

    // What the search space itself refuses is listed beside what was refused here, but for
    // conditions on parents that are missing only because they were refused.
    private static SearchSpace Assemble(
        List<Parameter> parameters, AnnotatedProperty[] properties, List<Problem> problems)
    {
        if (problems.Count == 0)
            return new SearchSpace(parameters);
        var refused = properties.Where(property => property.IsRefused)
            .Select(property => property.Name).ToList();
        try
        {
            if (parameters.Count > 0)
                _ = new SearchSpace([.. parameters.Select(one => WithoutRefused(one, refused))]);
        }
        catch (InvalidStudyException invalid)
        {
            problems.AddRange(invalid.Problems);
        }

        throw new InvalidStudyException(problems);
    }

    private static Parameter WithoutRefused(Parameter parameter, List<string> refused) =>
        parameter with
        {
            When = [.. parameter.When.Where(condition => !refused.Contains(condition.Parent))],
        };
}
