using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActorTune.Conventions;

/// <summary>Members as C# writes them, without bodies.</summary>
internal static class MemberText
{
    internal static bool IsSeen(MethodBase method) =>
        method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    internal static string Field(FieldInfo field)
    {
        string kind = field switch
        {
            { IsLiteral: true } => "const ",
            { IsStatic: true, IsInitOnly: true } => "static readonly ",
            { IsStatic: true } => "static ",
            { IsInitOnly: true } => "readonly ",
            _ => string.Empty,
        };
        string value = field.IsLiteral
            ? " = " + Value(field.GetRawConstantValue(), field.FieldType)
            : string.Empty;
        string protection = field.IsPublic ? string.Empty : "protected ";
        return $"{protection}{kind}{TypeText.Name(field.FieldType)} {field.Name}{value}";
    }

    internal static string Constructor(ConstructorInfo constructor) =>
        (constructor.IsPublic ? string.Empty : "protected ") + $"new({Parameters(constructor)})";

    internal static string Property(PropertyInfo property)
    {
        MethodInfo shown = property.GetAccessors(nonPublic: true).First(IsSeen);
        string required = property.IsDefined(typeof(RequiredMemberAttribute), false)
            ? "required "
            : string.Empty;
        ParameterInfo[] index = property.GetIndexParameters();
        string name = index.Length > 0
            ? $"this[{string.Join(", ", index.Select(Parameter))}]"
            : property.Name;
        string accessors = Accessor(property.GetMethod, "get") + SetAccessor(property.SetMethod);
        return $"{Modifiers(shown)}{required}{TypeText.Name(property.PropertyType)} {name} "
            + $"{{{accessors} }}";
    }

    internal static string Event(EventInfo declared) =>
        $"{Modifiers(declared.AddMethod!)}event {TypeText.Name(declared.EventHandlerType!)} "
        + declared.Name;

    internal static string Method(MethodInfo method)
    {
        Type[] parameters = method.GetGenericArguments();
        string generic = parameters.Length > 0
            ? $"<{string.Join(", ", parameters.Select(TypeText.Name))}>"
            : string.Empty;
        string reference = method.ReturnType.IsByRef ? "ref " : string.Empty;
        return $"{Modifiers(method)}{reference}{TypeText.Name(method.ReturnType)} "
            + $"{method.Name}{generic}({Parameters(method)}){TypeText.Constraints(parameters)}";
    }

    internal static string Parameters(MethodBase method)
    {
        bool isExtension = method.IsDefined(typeof(ExtensionAttribute), false);
        string receiver = isExtension ? "this " : string.Empty;
        return receiver + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    private static string Parameter(ParameterInfo parameter)
    {
        string passing = parameter switch
        {
            { IsOut: true } => "out ",
            { IsIn: true, ParameterType.IsByRef: true } => "in ",
            { ParameterType.IsByRef: true } => "ref ",
            _ when parameter.IsDefined(typeof(ParamArrayAttribute), false) => "params ",
            _ => string.Empty,
        };
        string value = parameter.HasDefaultValue
            ? " = " + Value(parameter.RawDefaultValue, parameter.ParameterType)
            : string.Empty;
        return $"{passing}{TypeText.Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodInfo method)
    {
        string protection = method.IsPublic ? string.Empty : "protected ";
        if (method.DeclaringType!.IsInterface && !method.IsStatic)
            return protection;
        if (method.IsStatic)
            return protection + (method.IsAbstract ? "static abstract " : "static ");
        bool isOverride = method.GetBaseDefinition() != method;
        if (method.IsAbstract)
            return protection + (isOverride ? "abstract override " : "abstract ");
        if (isOverride)
            return protection + (method.IsFinal ? "sealed override " : "override ");
        bool isVirtual = method is { IsVirtual: true, IsFinal: false };
        return protection + (isVirtual ? "virtual " : string.Empty);
    }

    private static string Accessor(MethodInfo? accessor, string word) =>
        accessor is not null && IsSeen(accessor) ? $" {word};" : string.Empty;

    private static string SetAccessor(MethodInfo? accessor)
    {
        bool isInit = accessor is not null && accessor.ReturnParameter
            .GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
        return Accessor(accessor, isInit ? "init" : "set");
    }

    private static string Value(object? value, Type type) => value switch
    {
        null => "default",
        _ when type.IsEnum => $"{type.Name}.{Enum.ToObject(type, value)}",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
