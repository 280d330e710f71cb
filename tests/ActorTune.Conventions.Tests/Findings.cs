namespace ActorTune.Conventions;

/// <summary>Turns what a convention found into a failure that says what to do.</summary>
internal static class Findings
{
    private const int Shown = 60;

    /// <summary>Fails if anything was found.</summary>
    /// <param name="rule">What is asked for, and the way out, in one sentence.</param>
    /// <param name="found">The places that break it.</param>
    internal static void AssertNone(string rule, IEnumerable<string> found)
    {
        string[] all = [.. found];
        if (all.Length == 0)
            return;
        string rest = all.Length > Shown ? $"\n  and {all.Length - Shown} more" : string.Empty;
        Assert.Fail($"{rule}\n  {string.Join("\n  ", all.Take(Shown))}{rest}");
    }
}
