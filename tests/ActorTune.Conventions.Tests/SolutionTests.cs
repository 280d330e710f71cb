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
            RepositoryFiles.Under(folder, ".csproj").Where(path => !ProjectFile.IsApart(path)
                && !solution.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Akka", "src/ActorTune.Akka/")]
    [InlineData("Akka", "tests/ActorTune.Akka.Tests/")]
    [InlineData("TorchSharp", "src/ActorTune.TorchSharp/")]
    [InlineData("TorchSharp", "tests/ActorTune.TorchSharp.Tests/")]
    public void ProjectsApart_AreInTheirOwnSolution(string name, string folder)
    {
        string solution = RepositoryFiles.Read($"ActorTune.{name}.sln").Replace('\\', '/');
        Assert.Contains($"\"{folder}", solution, StringComparison.Ordinal);
    }
}
