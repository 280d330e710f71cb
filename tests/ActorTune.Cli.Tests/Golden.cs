using System.Runtime.CompilerServices;

namespace ActorTune.Cli.Tests;

/// <summary>
/// Texts kept as files in the folder Golden. After a change that is meant, run the tests with
/// ACTORTUNE_ACCEPT=1 and read the differences before committing them.
/// </summary>
internal static class Golden
{
    internal static void Check(string name, string text, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("ACTORTUNE_ACCEPT") is not null)
        {
            string source = Path.Combine(Path.GetDirectoryName(caller)!, "Golden");
            Directory.CreateDirectory(source);
            File.WriteAllText(Path.Combine(source, name), text);
            return;
        }

        string path = Path.Combine(AppContext.BaseDirectory, "Golden", name);
        Assert.Equal(File.ReadAllText(path), text);
    }
}
