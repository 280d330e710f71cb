using System.Reflection;

namespace ActorTune.Conventions;

/// <summary>
/// Writes what a package promises: its visible types and members, in a stable order.
/// </summary>
/// <remarks>
/// Members that the compiler adds to records are left out; that it is a record says them. Whether a
/// reference may be null is not part of the text.
/// </remarks>
internal static class SurfaceWriter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines; a type begins at the margin and its members are indented.</summary>
    internal static IReadOnlyList<string> Write(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (Type type in assembly.GetTypes()
            .Where(type => IsVisible(type) && !ProductAssemblies.IsMadeByCompiler(type))
            .OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            if (lines.Count > 0)
                lines.Add(string.Empty);
            lines.Add(TypeText.Declaration(type));
            if (!typeof(Delegate).IsAssignableFrom(type))
                lines.AddRange(Members(type).Select(member => "    " + member));
        }

        return lines;
    }

    private static bool IsVisible(Type type) => type.IsNested
        ? IsVisible(type.DeclaringType!) && (type.IsNestedPublic || type.IsNestedFamily
            || type.IsNestedFamORAssem)
        : type.IsPublic;

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return EnumMembers(type);
        return InOrder(type.GetFields(Declared).Where(IsPromised), MemberText.Field)
            .Concat(InOrder(
                type.GetConstructors(Declared).Where(IsPromised), MemberText.Constructor))
            .Concat(InOrder(type.GetProperties(Declared).Where(IsPromised), MemberText.Property))
            .Concat(InOrder(type.GetEvents(Declared).Where(IsPromised), MemberText.Event))
            .Concat(InOrder(type.GetMethods(Declared).Where(IsPromised), MemberText.Method));
    }

    private static IEnumerable<string> InOrder<T>(IEnumerable<T> members, Func<T, string> text)
        where T : MemberInfo =>
        from member in members
        let line = text(member)
        orderby member.Name, line
        select line;

    private static IEnumerable<string> EnumMembers(Type type) =>
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        let value = Convert.ToInt64(
            field.GetRawConstantValue(), System.Globalization.CultureInfo.InvariantCulture)
        orderby value, field.Name
        select $"{field.Name} = {value}";

    private static bool IsPromised(FieldInfo field) =>
        (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
        && !ProductAssemblies.IsMadeByCompiler(field);

    private static bool IsPromised(MethodBase method) => MemberText.IsSeen(method)
        && !ProductAssemblies.IsMadeByCompiler(method)
        && (method is ConstructorInfo || !method.IsSpecialName
            || method.Name.StartsWith("op_", StringComparison.Ordinal));

    private static bool IsPromised(PropertyInfo property) =>
        property.GetAccessors(nonPublic: true).Any(MemberText.IsSeen)
        && property.Name != "EqualityContract";

    private static bool IsPromised(EventInfo declared) => MemberText.IsSeen(declared.AddMethod!);
}
