namespace ActorTune.Conventions;

public sealed class SealedTests
{
    private const double LeastShare = 0.9;

    [Fact]
    public void Classes_AreSealedOrStatic()
    {
        Type[] classes =
        [
            .. from assembly in ProductAssemblies.All.Values
               from type in assembly.GetTypes()
               where type.IsClass && !typeof(Delegate).IsAssignableFrom(type)
                   && !(type.IsAbstract && !type.IsSealed)
                   && !ProductAssemblies.IsMadeByCompiler(type)
               select type,
        ];
        Type[] open = [.. classes.Where(type => !type.IsSealed)];
        if (open.Length > classes.Length * (1 - LeastShare))
            Findings.AssertNone(
                $"At least {LeastShare:P0} of the classes that can be made are to be sealed or "
                + $"static; {open.Length} of {classes.Length} are not:",
                open.Select(type => type.FullName!));
    }

    [Fact]
    public void AllProjects_AreBuiltForTheseTests() => Findings.AssertNone(
        "The conventions look at the assembly of every project, and these are missing:",
        ProjectFile.Products().Where(project => !ProjectFile.IsApart(project.Path))
            .Select(project => project.AssemblyName).Except(ProductAssemblies.All.Keys));
}
