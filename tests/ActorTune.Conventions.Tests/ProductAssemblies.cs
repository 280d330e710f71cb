using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActorTune.Conventions;

/// <summary>The built projects of src.</summary>
internal static class ProductAssemblies
{
    /// <summary>All of them, by the name of what they build.</summary>
    internal static IReadOnlyDictionary<string, Assembly> All { get; } =
        ProjectFile.Products().Select(project => project.AssemblyName)
            .Where(name => File.Exists(PathOf(name)))
            .ToDictionary(name => name, name => Assembly.LoadFrom(PathOf(name)));

    /// <summary>Those that users reference: libraries, not executables.</summary>
    internal static IEnumerable<string> Packages =>
        All.Where(pair => pair.Value.EntryPoint is null).Select(pair => pair.Key);

    /// <summary>Whether the compiler made it for something else in the source.</summary>
    internal static bool IsMadeByCompiler(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || (member.DeclaringType is { } outer && IsMadeByCompiler(outer));

    private static string PathOf(string name) =>
        Path.Combine(AppContext.BaseDirectory, name + ".dll");
}
