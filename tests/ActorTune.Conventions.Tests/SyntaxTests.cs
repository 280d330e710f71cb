using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTune.Conventions;

public sealed class SyntaxTests
{
    private static readonly string[] Markers = ["TODO", "FIXME", "HACK", "XXX"];

    [Fact]
    public void Comments_PutNothingOff() => Findings.AssertNone(
        "Do it now, or write down in docs/ what is missing and why:",
        from file in RepositoryFiles.Sources
        from comment in file.Syntax.DescendantTrivia()
        where IsComment(comment)
        let text = comment.ToFullString()
        from marker in Markers
        where Words.ContainsWord(text, marker)
        select $"{file.At(comment.GetLocation())} says {marker}");

    [Fact]
    public void Warnings_AreNotSwitchedOff() => Findings.AssertNone(
        "Cure what the warning is about; a rule that is wrong for everyone goes to .editorconfig:",
        from file in RepositoryFiles.Sources
        from trivia in file.Syntax.DescendantTrivia()
        where trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)
        select file.At(trivia.GetLocation()));

    [Fact]
    public void Catches_DoSomething() => Findings.AssertNone(
        "Handle the error, let it pass, or return what it means; a comment alone is not handling:",
        from file in RepositoryFiles.Sources
        from caught in file.Syntax.DescendantNodes().OfType<CatchClauseSyntax>()
        where caught.Block.Statements.Count == 0
        select file.At(caught));

    [Fact]
    public void Nothing_IsLeftUnimplemented() => Findings.AssertNone(
        "What is not there is refused by the compiler or with a sentence that names the way out:",
        Names(nameof(NotImplementedException)));

    [Fact]
    public void Nothing_Sleeps() => Findings.AssertNone(
        "Wait for what is to happen; time comes from a TimeProvider that tests can drive:",
        from file in RepositoryFiles.Sources
        from access in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.Text == "Sleep"
            && access.Expression.ToString().Split('.')[^1] == nameof(Thread)
        select file.At(access));

    [Fact]
    public void Types_AreKnownToTheCompiler() => Findings.AssertNone(
        "Name the type instead of dynamic:", Names("dynamic"));

    [Fact]
    public void Tests_AreNotSkipped() => Findings.AssertNone(
        "A test that cannot run here says so by what it asserts, or does not exist:",
        from file in RepositoryFiles.Sources
        from argument in file.Syntax.DescendantNodes().OfType<AttributeArgumentSyntax>()
        where argument.NameEquals?.Name.Identifier.Text == "Skip"
        select file.At(argument));

    [Fact]
    public void DocComments_SaySomething() => Findings.AssertNone(
        "Say what it means, in which unit, with which default and errors:",
        from file in RepositoryFiles.Sources
        from trivia in file.Syntax.DescendantTrivia()
        where trivia.GetStructure() is DocumentationCommentTriviaSyntax
        from element in ((DocumentationCommentTriviaSyntax)trivia.GetStructure()!)
            .DescendantNodes().OfType<XmlElementSyntax>()
        where DocText.IsPlaceholder(element)
        select file.At(element));

    private static IEnumerable<string> Names(string name) =>
        from file in RepositoryFiles.Sources
        where file.Text.Contains(name, StringComparison.Ordinal)
        from used in file.Syntax.DescendantNodes().OfType<IdentifierNameSyntax>()
        where used.Identifier.Text == name && !IsNameOf(used)
        select file.At(used);

    private static bool IsNameOf(IdentifierNameSyntax name) =>
        name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && call.Expression.ToString() == "nameof";

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind()
        is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;
}
