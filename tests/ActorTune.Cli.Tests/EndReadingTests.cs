namespace ActorTune.Cli.Tests;

/// <summary>What a file says of reused results and of the regret that ends a study.</summary>
public sealed class EndReadingTests
{
    [Fact]
    public void A_study_may_reuse_results()
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", $"{Studies.Text}\nduplicates = reuse\n");
        StudySpecification read = ConfigurationFile.Load(path).Resolve().Specification;
        Assert.Equal(DuplicatePolicy.Reuse, read.Duplicates);
    }

    [Theory]
    [InlineData("{ error = 0.01, min-trials = 30 }", 0.01, 30)]
    [InlineData("{ error = 1e-3 }", 0.001, 20)]
    public void A_study_may_end_when_little_is_to_be_gained(string text, double error, int trials)
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", $"{Studies.Text}\nstop.regret-bound = {text}\n");
        StudySpecification read = ConfigurationFile.Load(path).Resolve().Specification;
        Assert.Equal(new RegretBound(error, trials), read.Stop.RegretBound);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("{}")]
    public void The_error_may_come_from_folds(string text)
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", $$"""
            {{Studies.Text}}
            resource.unit = fold
            objective.reduce = "mean-of-last(3)"
            stop.regret-bound = {{text}}
            """);
        StudySpecification read = ConfigurationFile.Load(path).Resolve().Specification;
        Assert.Equal(new RegretBound(), read.Stop.RegretBound);
    }
}
