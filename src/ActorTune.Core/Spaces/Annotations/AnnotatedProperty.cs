using System.Reflection;

namespace ActorTune.Spaces.Annotations;

/// <summary>
/// One property of an options class while its annotations are read: what it is called, what it can
/// hold, and the list to which its problems go.
/// </summary>
internal sealed class AnnotatedProperty
{
    private readonly PropertyInfo _property;
    private readonly ParameterInfo? _constructorParameter;
    private readonly List<Problem> _problems;

    internal AnnotatedProperty(
        PropertyInfo property,
        ParameterInfo? constructorParameter,
        object? initialValue,
        List<Problem> problems)
    {
        _property = property;
        _constructorParameter = constructorParameter;
        _problems = problems;
        InitialValue = initialValue;
        Name = KebabCase.Of(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        Kind = AnnotatedValue.KindOf(Type);
    }

    /// <summary>The parameter's name.</summary>
    internal string Name { get; }

    /// <summary>The property's name in code.</summary>
    internal string CodeName => _property.Name;

    /// <summary>The property's type without its nullability.</summary>
    internal Type Type { get; }

    /// <summary>The kind of value that the type holds; null when it holds none.</summary>
    internal ParameterValueKind? Kind { get; }

    /// <summary>The value that a fresh instance has, if it could be made.</summary>
    internal object? InitialValue { get; }

    /// <summary>Whether something was refused.</summary>
    internal bool IsRefused { get; private set; }

    internal T[] Annotations<T>()
        where T : Attribute =>
        [
            .. _property.GetCustomAttributes<T>(inherit: true),
            .. _constructorParameter?.GetCustomAttributes<T>(inherit: true) ?? [],
        ];

    internal bool Has<T>()
        where T : Attribute => Annotations<T>().Length > 0;

    internal void Refuse(string message, string? below = null)
    {
        IsRefused = true;
        _problems.Add(new Problem($"search-space.{Name}{below}", $"{CodeName}: {message}"));
    }

    /// <summary>A value as the property holds it; null and a problem when it cannot.</summary>
    internal ParameterValue? ReadValue(object value, string? below = null)
    {
        ParameterValue? read = AnnotatedValue.Read(value, Type);
        if (read is null)
            Refuse($"'{AnnotatedValue.Print(value)}' is not a value of type {Type.Name}", below);
        return read;
    }

    /// <summary>
    /// The values written in an annotation, or all values of an enum or a boolean.
    /// </summary>
    internal IReadOnlyList<ParameterValue>? ReadValues(IReadOnlyList<object> values)
    {
        if (values.Count == 0)
            values = AnnotatedValue.AllOf(Type);
        if (values.Count == 0)
            Refuse($"the values must be listed, as {Type.Name} has too many");
        ParameterValue?[] read = [.. values.Select(value => ReadValue(value))];
        return IsRefused ? null : [.. read.Select(value => value!.Value)];
    }
}
