using System.Collections.Concurrent;
using System.Reflection;

namespace ActorTune.Cli.Programs;

/// <summary>
/// Finds trial functions by name: an assembly's file, and after a number sign the type where the
/// assembly has several.
/// </summary>
/// <param name="folders">Where relative names are looked for, in this order.</param>
internal sealed class TrialFunctions(params string[] folders)
{
    private readonly ConcurrentDictionary<string, ConstructorInfo> _found = [];

    /// <summary>A new instance of a trial function.</summary>
    /// <exception cref="CliException">There is none of that name; the message says why.</exception>
    internal ITrialProgram Create(string name)
    {
        ConstructorInfo constructor = _found.GetOrAdd(name, Find);
        object?[] arguments = [.. constructor.GetParameters().Select(_ => Type.Missing)];
        try
        {
            return (ITrialProgram)constructor.Invoke(
                BindingFlags.OptionalParamBinding, null, arguments, CultureInfo.InvariantCulture);
        }
        catch (TargetInvocationException failure)
        {
            throw Refuse($"'{name}' cannot be created: {failure.InnerException?.Message}");
        }
    }

    private ConstructorInfo Find(string name)
    {
        string[] parts = name.Split('#', 2);
        string path = PathOf(parts[0]);
        Type[] programs = Programs(path);
        Type type = parts.Length == 2
            ? programs.FirstOrDefault(type => type.FullName == parts[1] || type.Name == parts[1])
                ?? throw Refuse($"'{path}' has no trial program '{parts[1]}'; {List(programs)}")
            : programs is [var only]
                ? only
                : throw Refuse($"'{path}' needs one trial program to be named by its file alone; "
                    + List(programs));
        return type.GetConstructors().FirstOrDefault(constructor =>
                constructor.GetParameters().All(parameter => parameter.IsOptional))
            ?? throw Refuse($"'{type}' needs a public constructor without required parameters");
    }

    private string PathOf(string file)
    {
        if (!file.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
            throw Refuse(
                $"'{file}' names no assembly: give a .dll, and after # the type if it has several");
        string[] candidates =
            [.. folders.Select(folder => Path.GetFullPath(Path.Combine(folder, file))).Distinct()];
        return candidates.FirstOrDefault(File.Exists)
            ?? throw Refuse($"there is no file {string.Join(" and no file ", candidates)}");
    }

    private static Type[] Programs(string path)
    {
        try
        {
            Assembly assembly = new ProgramLoadContext(path).LoadFromAssemblyPath(path);
            return [.. assembly.GetExportedTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false, IsGenericType: false }
                    && typeof(ITrialProgram).IsAssignableFrom(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)];
        }
        catch (BadImageFormatException)
        {
            throw Refuse($"'{path}' is not a .NET assembly");
        }
        catch (Exception failure) when (failure is IOException or TypeLoadException)
        {
            throw Refuse($"'{path}' cannot be loaded: {failure.Message}");
        }
    }

    private static string List(Type[] programs) => programs.Length == 0
        ? "it has no public class that implements ITrialProgram"
        : $"it has {string.Join(", ", programs.Select(type => type.FullName))}; "
            + "write one of them after the file and a number sign";

    private static CliException Refuse(string message) => new(ExitCode.BadInput, message);
}
