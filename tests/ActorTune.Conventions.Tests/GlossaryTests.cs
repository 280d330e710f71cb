namespace ActorTune.Conventions;

public sealed class GlossaryTests
{
    // Names in which a refused word means something else. Each says what.
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["Assignment"] = "what a program is told to run",
        ["AssignmentMessage"] = "what a program is told to run",
        ["Crashed"] = "an actor's end in a simulation, not a trial's",
        ["DuplicatePolicy"] = "what is done about repeated configurations; no strategy",
        ["FailurePolicy"] = "what is done about failures; no strategy",
        ["ITuner"] = "the whole engine in a .NET service",
        ["Loss"] = "what a network is trained on, in torch's word",
        ["Optimizer"] = "what trains a network, in torch's word",
        ["OptimizerKind"] = "what trains a network, in torch's word",
        ["OptimizerOptions"] = "what trains a network, in torch's word",
        ["ProcessSweep"] = "ends processes that an earlier run left behind",
        ["TrialAssignment"] = "what a program is told to run",
    };

    [Fact]
    public void PublicNames_UseOneWordPerConcept()
    {
        IReadOnlyList<BannedWord> words = Glossary.BannedWords();
        Findings.AssertNone(
            $"One word per concept ({Glossary.Path}). Rename, or say in {nameof(Allowed)} what "
            + "else the word means there:",
            from file in RepositoryFiles.ProductSources
            from name in PublicNames.Of(file)
            where !Allowed.ContainsKey(name.Name)
            let parts = Words.Of(name.Name)
            from word in words
            where word.IsIn(parts)
            select $"{name.Place} {name.Name}: for {word.Concept} say {word.Replacement}, "
                + $"not '{word.Text}'");
    }

    [Fact]
    public void Allowances_AreNeeded()
    {
        HashSet<string> names =
        [
            .. from file in RepositoryFiles.ProductSources
               from name in PublicNames.Of(file)
               select name.Name,
        ];
        Findings.AssertNone(
            "Remove the allowance, nothing is called that any more:",
            Allowed.Keys.Where(name => !names.Contains(name)));
    }

    [Fact]
    public void TheGlossary_RefusesWords() => Assert.True(
        Glossary.BannedWords().Count > 40,
        $"{Glossary.Path} no longer holds the table that this test reads: the words in code type "
        + "of its last column.");
}
