using System.Reflection;

namespace ActorTune.Spaces.Annotations;

/// <summary>
/// An options class: its properties in declared order and a fresh instance's values.
/// </summary>
internal static class OptionsClass
{
    /// <summary>The properties that can be given a value, those of base classes first.</summary>
    internal static IReadOnlyList<AnnotatedProperty> Properties(Type type, List<Problem> problems)
    {
        ConstructorInfo? constructor = Constructor(type);
        object? instance = Create(type, constructor);
        var found = new List<AnnotatedProperty>();
        foreach (PropertyInfo property in Declared(type))
        {
            ParameterInfo? parameter = constructor?.GetParameters().FirstOrDefault(
                candidate => string.Equals(
                    candidate.Name, property.Name, StringComparison.OrdinalIgnoreCase));
            if (property.SetMethod is not { IsPublic: true } && parameter is null)
                continue;
            object? initial =
            instance is null ? parameter?.DefaultValue : property.GetValue(instance);
            found.Add(new AnnotatedProperty(
                property, parameter, initial is DBNull ? null : initial, problems));
        }

        return found;
    }

    // A record's copy constructor is not public, or is hidden by one with more parameters.
    private static ConstructorInfo? Constructor(Type type) => type.GetConstructors()
        .Where(constructor => constructor.GetParameters() is not [{ } only]
            || only.ParameterType != type)
        .OrderByDescending(constructor => constructor.GetParameters().Length)
        .ThenBy(constructor => constructor.MetadataToken)
        .FirstOrDefault();

    private static object? Create(Type type, ConstructorInfo? constructor)
    {
        if (type.GetConstructor([]) is not null)
            return Activator.CreateInstance(type);
        if (constructor is null)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        ParameterInfo[] parameters = constructor.GetParameters();
        return parameters.All(parameter => parameter.HasDefaultValue)
            ? constructor.Invoke([.. parameters.Select(parameter => parameter.DefaultValue)])
            : null;
    }

    private static IEnumerable<PropertyInfo> Declared(Type type)
    {
        var chain = new Stack<Type>();
        for (Type? level = type;
            level is not null && level != typeof(object);
            level = level.BaseType)
            chain.Push(level);
        const BindingFlags Own =
            BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        return chain
            .SelectMany(level => level.GetProperties(Own).OrderBy(own => own.MetadataToken))
            .Where(property => property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name)
            .Select(overrides => overrides.Last());
    }
}
