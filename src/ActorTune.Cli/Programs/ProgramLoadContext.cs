using System.Reflection;
using System.Runtime.Loader;

namespace ActorTune.Cli.Programs;

/// <summary>
/// Loads a trial function's assembly with what lies beside it. What the engine itself has is
/// shared, so that both sides mean the same types.
/// </summary>
internal sealed class ProgramLoadContext : AssemblyLoadContext
{
    private static readonly string[] Shared = ["ActorTune.Programs", "ActorTune.Core"];

    private readonly string _folder;
    private readonly AssemblyDependencyResolver? _resolver;

    internal ProgramLoadContext(string path)
        : base(path)
    {
        _folder = Path.GetDirectoryName(path)!;
        _resolver = Resolver(path);
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Shared.Contains(assemblyName.Name))
            return null;
        string beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        string? found = _resolver?.ResolveAssemblyToPath(assemblyName)
            ?? (File.Exists(beside) ? beside : null);
        return found is null ? null : LoadFromAssemblyPath(found);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) is { } found
            ? LoadUnmanagedDllFromPath(found)
            : 0;

    private static AssemblyDependencyResolver? Resolver(string path)
    {
        try
        {
            return new AssemblyDependencyResolver(path);
        }
        catch (InvalidOperationException)
        {
            // Its list of dependencies cannot be read: what lies beside it has to do.
            return null;
        }
    }
}
