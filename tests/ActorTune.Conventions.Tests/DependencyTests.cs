namespace ActorTune.Conventions;

public sealed class DependencyTests
{
    private static readonly string[] PureProjects = ["Core", "Simulation", "Strategies"];

    [Fact]
    public void EveryProject_IsInTheTableOfDependencies() => Findings.AssertNone(
        $"Add a line for the project to {nameof(DependencyTable)}.cs, saying what it may "
        + "reference, and to the table of parts in docs/ARCHITECTURE.md:",
        from project in ProjectFile.Products()
        where !DependencyTable.Allowed.ContainsKey(project.ShortName)
        select project.Path);

    [Fact]
    public void EveryReference_IsInTheTableOfDependencies() => Findings.AssertNone(
        "A project may reference only what its line in the table of dependencies leads to. Move "
        + "the code to where it may be, or record the departure in docs/decisions/ and in the "
        + "table:",
        from project in ProjectFile.Products()
        where DependencyTable.Allowed.ContainsKey(project.ShortName)
        let reachable = DependencyTable.Reachable(project.ShortName)
        from reference in project.Projects
        where !reachable.Contains(reference)
        select $"{project.Path} references ActorTune.{reference}");

    [Fact]
    public void TheTable_NamesOnlyItsOwnLinesAndHasNoCircle()
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        Dictionary<string, string[]> left = new(DependencyTable.Allowed, StringComparer.Ordinal);
        while (left.FirstOrDefault(line => line.Value.All(placed.Contains)).Key is { } next)
        {
            placed.Add(next);
            left.Remove(next);
        }

        Findings.AssertNone("These lines name an unknown project or each other:", left.Keys);
    }

    [Fact]
    public void PureProjects_AreThoseThatTheDesignNames() => Assert.Equal(
        PureProjects,
        ProjectFile.Products().Where(project => project.IsPure).Select(project => project.ShortName)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void PureProjects_ReferenceNoPackage() => Findings.AssertNone(
        "The pure projects depend on nothing but the platform; the analyzer that holds them to it "
        + "comes from eng/Pure.targets:",
        from project in ProjectFile.Products()
        where project.IsPure
        from package in project.Packages
        select $"{project.Path} references the package {package}");
}
