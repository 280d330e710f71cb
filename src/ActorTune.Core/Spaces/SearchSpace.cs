using ActorTune.Randomness;

namespace ActorTune.Spaces;

/// <summary>
/// Where configurations come from: parameters, some of them conditional on others, and what must
/// not come together. It is valid from its construction on and never changes.
/// </summary>
public sealed class SearchSpace
{
    /// <summary>How often a draw that breaks a constraint is drawn again.</summary>
    public const int MaxDraws = 10_000;

    private readonly Parameter[] _parameters;
    private readonly int[] _parentsFirst;
    private readonly Dictionary<string, int> _indices;
    private readonly string[] _names;

    /// <summary>Creates a search space.</summary>
    /// <param name="parameters">
    /// The parameters, in the order in which configurations list them.
    /// </param>
    /// <param name="forbidden">Combinations of values that are refused.</param>
    /// <param name="inequalities">Orders that must hold between numeric parameters.</param>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    public SearchSpace(
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<ForbiddenCombination>? forbidden = null,
        IReadOnlyList<Inequality>? inequalities = null)
    {
        _parameters = [.. parameters];
        Parameters = Array.AsReadOnly(_parameters);
        Forbidden = forbidden is null ? [] : [.. forbidden];
        Inequalities = inequalities is null ? [] : [.. inequalities];
        InvalidStudyException.ThrowIfAny(SearchSpaceCheck.Run(this));
        _indices = [];
        _names = [.. Parameters.Select(parameter => parameter.Name)];
        for (int i = 0; i < Parameters.Count; i++)
            _indices.Add(Parameters[i].Name, i);
        _parentsFirst = ParentOrder.Of(Parameters)!;
    }

    /// <summary>The parameters in their declared order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Combinations of values that are refused.</summary>
    public IReadOnlyList<ForbiddenCombination> Forbidden { get; }

    /// <summary>Orders that must hold between numeric parameters.</summary>
    public IReadOnlyList<Inequality> Inequalities { get; }

    /// <summary>How many parameters there are, active or not.</summary>
    public int Dimensions => Parameters.Count;

    /// <summary>
    /// The positions of the parameters, each after those that it is conditional on.
    /// </summary>
    public IReadOnlyList<int> ParentsFirst => _parentsFirst;

    /// <summary>The position of a parameter by name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such parameter.</exception>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index)
        ? index
        : throw new KeyNotFoundException($"The search space has no parameter '{name}'.");

    /// <summary>
    /// The configuration at a point of the unit cube, inactive parameters left out. It may break
    /// a constraint: ask <see cref="Allows"/>.
    /// </summary>
    /// <param name="point">One number in [0, 1] for each parameter, in declared order.</param>
    public Configuration Decode(ReadOnlySpan<double> point)
    {
        var values = new ParameterValue?[_parameters.Length];
        foreach (int index in _parentsFirst)
        {
            Parameter parameter = _parameters[index];
            if (IsActive(parameter, values))
                values[index] = parameter.Decode(point[index]);
        }

        return Collect(values);
    }

    /// <summary>
    /// The point of the unit cube of a configuration; an inactive parameter stands at 0.5.
    /// <see cref="Decode"/> gives the same configuration back.
    /// </summary>
    public double[] Encode(Configuration configuration)
    {
        var point = new double[Dimensions];
        for (int i = 0; i < point.Length; i++)
        {
            Parameter parameter = _parameters[i];
            point[i] = configuration.TryGet(parameter.Name, out ParameterValue value)
                ? parameter.Encode(value)
                : 0.5;
        }

        return point;
    }

    /// <summary>
    /// Whether no forbidden combination and no inequality refuses a configuration.
    /// </summary>
    public bool Allows(Configuration configuration)
    {
        foreach (ForbiddenCombination combination in Forbidden)
        {
            if (!combination.Allows(configuration))
                return false;
        }

        foreach (Inequality inequality in Inequalities)
        {
            if (!inequality.Allows(configuration))
                return false;
        }

        return true;
    }

    /// <summary>
    /// A configuration drawn at random. One number is drawn for every parameter, active or not, so
    /// that what one branch draws never shifts another. Draws that break a constraint are repeated.
    /// </summary>
    /// <exception cref="InvalidStudyException">
    /// None of <see cref="MaxDraws"/> draws was allowed: the constraints leave too little.
    /// </exception>
    public Configuration Draw(RandomStream chance)
    {
        Span<double> point =
            Dimensions <= 64 ? stackalloc double[Dimensions] : new double[Dimensions];
        for (int draw = 0; draw < MaxDraws; draw++)
        {
            for (int i = 0; i < point.Length; i++)
                point[i] = chance.NextDouble();
            Configuration configuration = Decode(point);
            if (Allows(configuration))
                return configuration;
        }

        throw new InvalidStudyException([new Problem("search-space", string.Create(
            CultureInfo.InvariantCulture,
            $"none of {MaxDraws} random configurations is allowed; loosen the constraints"))]);
    }

    /// <summary>
    /// The configuration of the parameters' defaults, or null when an active one has none.
    /// </summary>
    public Configuration? Defaults()
    {
        var values = new ParameterValue?[Dimensions];
        foreach (int index in _parentsFirst)
        {
            if (!IsActive(Parameters[index], values))
                continue;
            values[index] = Parameters[index].Default
                ?? (Parameters[index] as ConstantParameter)?.Value;
            if (values[index] is null)
                return null;
        }

        return Collect(values);
    }

    /// <summary>
    /// What is wrong with a configuration given from outside: missing, unknown or inactive
    /// parameters, values out of range, broken constraints. Empty when it fits.
    /// </summary>
    public IReadOnlyList<Problem> Check(Configuration configuration)
    {
        var problems = new List<Problem>();
        var values = new ParameterValue?[Dimensions];
        foreach (int index in _parentsFirst)
            CheckParameter(Parameters[index], index, configuration, values, problems);
        foreach (string name in configuration.Names.Where(name => !_indices.ContainsKey(name)))
            problems.Add(new Problem(name, "the search space has no such parameter"));
        if (problems.Count == 0 && !Allows(configuration))
            problems.Add(new Problem("configuration", $"a constraint refuses {configuration}"));
        return problems;
    }

    private void CheckParameter(
        Parameter parameter,
        int index,
        Configuration configuration,
        ParameterValue?[] values,
        List<Problem> problems)
    {
        bool given = configuration.TryGet(parameter.Name, out ParameterValue value);
        bool active = IsActive(parameter, values);
        if (given && active)
            values[index] = value;
        if (given && !active)
            problems.Add(new Problem(parameter.Name, "is not active here; leave it out"));
        else if (!given && active)
            problems.Add(new Problem(parameter.Name, "is active here and needs a value"));
        else if (given && !parameter.Contains(value))
            problems.Add(new Problem(parameter.Name, $"'{value}' is not one of its values"));
    }

    /// <summary>Whether a parameter is active under the values of its parents.</summary>
    /// <param name="index">The parameter's position.</param>
    /// <param name="values">
    /// The values by position, null where inactive; those of the parents must be known.
    /// </param>
    public bool IsActive(int index, ReadOnlySpan<ParameterValue?> values) =>
        IsActive(Parameters[index], values);

    private bool IsActive(Parameter parameter, ReadOnlySpan<ParameterValue?> values)
    {
        if (parameter.When.Count == 0)
            return true;
        foreach (Condition condition in parameter.When)
        {
            if (values[_indices[condition.Parent]] is not { } parent || !condition.Holds(parent))
                return false;
        }

        return true;
    }

    private Configuration Collect(ParameterValue?[] values)
    {
        int count = 0;
        foreach (ParameterValue? value in values)
            count += value.HasValue ? 1 : 0;
        var chosen = new ParameterValue[count];
        int next = 0;
        foreach (ParameterValue? value in values)
        {
            if (value is { } active)
                chosen[next++] = active;
        }

        // Configurations in which all is active share the names: there are many.
        string[] names = count == _names.Length
            ? _names
            : [.. _names.Where((_, index) => values[index] is not null)];
        return Configuration.OfSpace(names, chosen);
    }
}
