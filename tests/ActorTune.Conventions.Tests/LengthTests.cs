using Xunit.Abstractions;

namespace ActorTune.Conventions;

public sealed class LengthTests(ITestOutputHelper output)
{
    private const int MaxFileLines = 400;
    private const int MaxMethodLines = 60;

    // Tables of numbers: nobody reads them from top to bottom.
    private static readonly string[] Tables =
    [
        "src/ActorTune.Core/Arithmetic/ExpTable.cs",
        "src/ActorTune.Core/Arithmetic/LogTable.cs",
    ];

    [Fact]
    public void Files_AreShort() => Findings.AssertNone(
        $"Split a file of more than {MaxFileLines} lines by concept:",
        from file in RepositoryFiles.Sources
        where file.LineCount > MaxFileLines && !Tables.Contains(file.Path)
        select $"{file.Path} has {file.LineCount}");

    [Fact]
    public void Methods_AreShort() => Findings.AssertNone(
        $"Take a method of more than {MaxMethodLines} lines apart:",
        from file in RepositoryFiles.Sources
        where !Tables.Contains(file.Path)
        from method in Methods.Of(file)
        where method.LineCount > MaxMethodLines
        select $"{method.Place} {method.Name} has {method.LineCount}");

    [Fact]
    public void Tables_Exist() => Findings.AssertNone(
        "Remove the table from the list in this test:",
        Tables.Where(path => !File.Exists(RepositoryFiles.Absolute(path))));

    [Fact]
    public void LongFilesAndMethods_OnlyBecomeFewer()
    {
        SortedDictionary<string, LongParts> found = Ratchet.Count(Tables);
        SortedDictionary<string, LongParts> allowed = Ratchet.Read();
        if (Approval.IsGiven)
        {
            Ratchet.Tighten(allowed, found);
            return;
        }

        foreach (string line in Ratchet.Lower(allowed, found))
            output.WriteLine(line);
        Findings.AssertNone(
            $"There may only be fewer files of more than {Ratchet.LongFile} lines and methods of "
            + $"more than {Ratchet.LongMethod}; split the new ones (ratchet.json is lowered, and a "
            + $"new project entered, by running this test with {Approval.Variable}=1):",
            Ratchet.Higher(allowed, found));
    }
}
