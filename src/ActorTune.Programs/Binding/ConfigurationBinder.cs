using System.Reflection;

namespace ActorTune.Programs.Binding;

/// <summary>Makes an instance of an options class from a configuration.</summary>
public static class ConfigurationBinder
{
    /// <summary>
    /// Makes an instance with the configuration's values, through the public constructor with the
    /// most parameters and then the public properties that can be set. Names match whatever their
    /// style: learning-rate, learning_rate, learningRate and LearningRate are one. What has no
    /// value, as its parameter is not active, keeps its own default.
    /// </summary>
    /// <typeparam name="T">The options class, record or struct.</typeparam>
    /// <param name="configuration">The trial's configuration.</param>
    /// <param name="allowUnbound">
    /// Whether parameters without a property are passed over. Default: they are refused, since a
    /// parameter that nothing reads is tuned in vain.
    /// </param>
    /// <returns>The instance.</returns>
    /// <exception cref="TrialConfigurationException">
    /// Something does not fit: it names every parameter, type and value.
    /// </exception>
    public static T Bind<T>(this Configuration configuration, bool allowUnbound = false)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var problems = new List<string>();
        var values = new MatchedValues(configuration, problems);
        object? instance = Construct(typeof(T), values, problems);
        foreach (PropertyInfo property in Settable(typeof(T)))
        {
            if (values.WasTaken(property.Name))
                continue;
            if (values.Take(property.Name, property.PropertyType, out object? value))
            {
                if (instance is not null && problems.Count == 0)
                    property.SetValue(instance, value);
            }
            else if (IsRequired(property))
            {
                problems.Add(
                    $"the required property {property.Name} has no parameter in the configuration");
            }
        }

        foreach (string name in values.Unbound().Where(_ => !allowUnbound))
            problems.Add($"the parameter '{name}' has no property and no constructor parameter");
        if (problems.Count > 0)
            throw new TrialConfigurationException(
                $"The configuration [{configuration}] cannot be bound to {typeof(T).Name}: "
                + string.Join("; ", problems) + ".");
        return (T)instance!;
    }

    private static object? Construct(Type type, MatchedValues values, List<string> problems)
    {
        ConstructorInfo? constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters() is not [{ } only]
                || only.ParameterType != type)
            .MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null && !type.IsValueType)
            problems.Add("it has no public constructor");
        ParameterInfo[] parameters = constructor?.GetParameters() ?? [];
        object?[] arguments = [.. parameters.Select(one => Argument(one, values, problems))];
        if (problems.Count > 0)
            return null;
        return constructor is null ? Activator.CreateInstance(type) : constructor.Invoke(arguments);
    }

    private static object? Argument(
        ParameterInfo parameter, MatchedValues values, List<string> problems)
    {
        if (values.Take(parameter.Name!, parameter.ParameterType, out object? value))
            return value;
        if (parameter.HasDefaultValue)
            return parameter.DefaultValue;
        if (!CanBeNull(parameter))
            problems.Add(
                $"the constructor parameter {parameter.Name} has no value in the configuration: "
                + "make it nullable or give it a default if it is conditional");
        return null;
    }

    private static bool CanBeNull(ParameterInfo parameter) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is not null
        || (!parameter.ParameterType.IsValueType
            && new NullabilityInfoContext().Create(parameter).WriteState
                != NullabilityState.NotNull);

    private static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true }
                && property.GetIndexParameters().Length == 0);
}
