using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTune.Conventions;

/// <summary>A method, accessor, operator or local function and its length.</summary>
/// <param name="Name">As it is declared.</param>
/// <param name="Place">File and line.</param>
/// <param name="LineCount">
/// From its signature to its closing brace. Doc comments and attributes are left out: the rows of a
/// theory are data.
/// </param>
internal readonly record struct Methods(string Name, string Place, int LineCount)
{
    internal static IEnumerable<Methods> Of(SourceFile file) =>
        from node in file.Syntax.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
            or LocalFunctionStatementSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null }
        let first = node.ChildNodesAndTokens().First(part => !part.IsKind(SyntaxKind.AttributeList))
        let count = LineOf(node, node.Span.End) - LineOf(node, first.SpanStart) + 1
        select new Methods(NameOf(node), file.At(first), count);

    private static int LineOf(SyntaxNode node, int position) =>
        node.SyntaxTree.GetText().Lines.IndexOf(position);

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => "an operator",
    };
}
