using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActorTune.Conventions;

/// <summary>Types as C# writes them.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(void)] = "void",
    };

    /// <summary>A type where it is used.</summary>
    internal static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsByRef || type.IsPointer)
            return Name(type.GetElementType()!) + (type.IsPointer ? "*" : string.Empty);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (type.IsGenericParameter)
            return type.Name;
        string outer = type.DeclaringType is { } declaring ? Plain(declaring) + "." : string.Empty;
        return outer + Plain(type) + Arguments(type);
    }

    /// <summary>A type where it is declared, with what it derives from.</summary>
    internal static string Declaration(Type type)
    {
        string name = $"{type.Namespace}.{Name(type)}";
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            MethodInfo call = type.GetMethod("Invoke")!;
            return $"delegate {Name(call.ReturnType)} {name}({MemberText.Parameters(call)})";
        }

        string bases = string.Join(", ", Bases(type));
        return Kind(type) + " " + name + (bases.Length > 0 ? " : " + bases : string.Empty)
            + Constraints(type.GetGenericArguments());
    }

    /// <summary>What is asked of type parameters.</summary>
    internal static string Constraints(Type[] parameters) => string.Concat(
        from parameter in parameters
        where parameter.IsGenericParameter
        let asked = ConstraintsOf(parameter).ToArray()
        where asked.Length > 0
        select $" where {parameter.Name} : {string.Join(", ", asked)}");

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        GenericParameterAttributes attributes = parameter.GenericParameterAttributes;
        bool isStruct = attributes.HasFlag(
            GenericParameterAttributes.NotNullableValueTypeConstraint);
        bool isMade = attributes.HasFlag(
            GenericParameterAttributes.DefaultConstructorConstraint);
        if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
            yield return "class";
        if (isStruct)
            yield return "struct";
        foreach (Type type in parameter.GetGenericParameterConstraints())
        {
            if (type != typeof(ValueType))
                yield return Name(type);
        }

        if (isMade && !isStruct)
            yield return "new()";
    }

    private static string Plain(Type type)
    {
        int tick = type.Name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? type.Name : type.Name[..tick];
    }

    private static string Arguments(Type type) => type.IsGenericType
        ? $"<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : string.Empty;

    private static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        string what = type.IsValueType ? "struct" : "class";
        return Modifiers(type) + (IsRecord(type) ? "record " : string.Empty) + what;
    }

    private static string Modifiers(Type type)
    {
        if (type.IsValueType)
            return (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : string.Empty)
                + (type.IsByRefLike ? "ref " : string.Empty);
        if (type.IsAbstract)
            return type.IsSealed ? "static " : "abstract ";
        return type.IsSealed ? "sealed " : string.Empty;
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType
            && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance)
                is { } print
            && print.IsDefined(typeof(CompilerGeneratedAttribute), false));

    // Every record can be compared with its own kind; that it is a record says so.
    private static bool IsImplied(Type type, Type face) => IsRecord(type)
        && face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEquatable<>)
        && face.GetGenericArguments()[0] == type;

    private static IEnumerable<string> Bases(Type type)
    {
        if (type.IsEnum)
        {
            if (Enum.GetUnderlyingType(type) != typeof(int))
                yield return Name(Enum.GetUnderlyingType(type));
            yield break;
        }

        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            yield return Name(parent);
        IEnumerable<Type> inherited = type.BaseType?.GetInterfaces() ?? [];
        Type[] own = [.. type.GetInterfaces().Except(inherited).Where(
            face => face.IsVisible && !IsImplied(type, face))];
        IEnumerable<Type> implied = own.SelectMany(face => face.GetInterfaces());
        foreach (string name in own.Except(implied).Select(Name).Order(StringComparer.Ordinal))
            yield return name;
    }
}
