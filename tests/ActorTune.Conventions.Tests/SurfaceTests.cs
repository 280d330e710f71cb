namespace ActorTune.Conventions;

public sealed class SurfaceTests
{
    private const string Folder = "tests/ActorTune.Conventions.Tests/surface";

    [Fact]
    public void PublicSurface_IsAsApproved()
    {
        if (Approval.IsGiven)
        {
            Approve();
            return;
        }

        Findings.AssertNone(
            "The public surface differs from the approved one (- approved, + found). If that is "
            + $"meant, run this test with {Approval.Variable}=1 and commit what it writes:",
            ProductAssemblies.Packages.SelectMany(Differences));
    }

    [Fact]
    public void ApprovedSurfaces_AreOfPackagesThatExist() => Findings.AssertNone(
        "Remove the approved surface of a package that is gone:",
        RepositoryFiles.Under(Folder, ".txt")
            .Where(path => !ProductAssemblies.Packages.Contains(
                Path.GetFileNameWithoutExtension(path))));

    private static void Approve()
    {
        Directory.CreateDirectory(RepositoryFiles.Absolute(Folder));
        foreach (string package in ProductAssemblies.Packages)
            File.WriteAllText(
                RepositoryFiles.Absolute(PathOf(package)),
                string.Join('\n', Found(package)) + "\n");
    }

    private static string PathOf(string package) => $"{Folder}/{package}.txt";

    private static IReadOnlyList<string> Found(string package) =>
        SurfaceWriter.Write(ProductAssemblies.All[package]);

    private static IEnumerable<string> Differences(string package)
    {
        string path = PathOf(package);
        if (!File.Exists(RepositoryFiles.Absolute(path)))
            return [$"{path} is missing"];
        string[] approved = RepositoryFiles.Read(path).TrimEnd('\n').Split('\n');
        string[] lines = [.. SurfaceDiff.Compare(approved, Found(package))];
        return lines.Length == 0 ? [] : [$"{package}:", .. lines];
    }
}
