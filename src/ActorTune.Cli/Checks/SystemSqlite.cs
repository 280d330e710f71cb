using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace ActorTune.Cli.Checks;

/// <summary>
/// Uses the operating system's SQLite where there is one, because it gets the system's security
/// updates, and the bundled one elsewhere. Only a program may do this: a library that did would
/// change the SQLite of its host application.
/// </summary>
internal static class SystemSqlite
{
    private const string Imported = "e_sqlite3";
    private const string Installed = "libsqlite3.so.0";

    internal static void Prefer() => NativeLibrary.SetDllImportResolver(
        Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), Resolve);

    /// <summary>The version in use.</summary>
    internal static string Version()
    {
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    }

    /// <summary>The file that it was loaded from, where the system tells; otherwise null.</summary>
    internal static string? Origin()
    {
        const string maps = "/proc/self/maps";
        return File.Exists(maps)
            ? File.ReadLines(maps)
                .Select(line => line[(line.LastIndexOf(' ') + 1)..])
                .FirstOrDefault(path => path.Contains("sqlite3.so", StringComparison.Ordinal))
            : null;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == Imported && OperatingSystem.IsLinux()
            && NativeLibrary.TryLoad(Installed, out nint library)
            ? library
            : 0;
}
