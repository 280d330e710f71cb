namespace ActorTune.Conventions;

public sealed class SolutionTests
{
    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void EveryProject_IsInTheSolution(string folder)
    {
        string solution = RepositoryFiles.Read("ActorTune.sln").Replace('\\', '/');
        Findings.AssertNone(
            "What is not in the solution is neither built nor tested; add it with dotnet sln:",
            RepositoryFiles.Under(folder, ".csproj").Where(path => !IsApart(path)
                && !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    // Built only where the package feed has what they need.
    private static bool IsApart(string path) =>
        path.StartsWith("src/ActorTune.Akka/", StringComparison.Ordinal)
        || path.StartsWith("src/ActorTune.TorchSharp/", StringComparison.Ordinal);
}
