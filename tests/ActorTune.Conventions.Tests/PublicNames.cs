using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ActorTune.Conventions;

/// <summary>The names that users of a package can see, with where they are declared.</summary>
internal static class PublicNames
{
    internal static IEnumerable<(string Name, string Place)> Of(SourceFile file) =>
        from node in file.Syntax.DescendantNodes().OfType<MemberDeclarationSyntax>()
        where IsVisible(node)
        from name in NamesOf(node)
        select (name, file.At(node));

    private static bool IsVisible(MemberDeclarationSyntax node) =>
        IsPublic(node) && node.Ancestors().OfType<BaseTypeDeclarationSyntax>().All(IsPublic);

    private static bool IsPublic(MemberDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.PublicKeyword)
        || node is EnumMemberDeclarationSyntax
        || (node.Parent is InterfaceDeclarationSyntax
            && !node.Modifiers.Any(SyntaxKind.PrivateKeyword));

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax node) => node switch
    {
        TypeDeclarationSyntax type =>
            [type.Identifier.Text, .. RecordProperties(type)],
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        EnumMemberDeclarationSyntax member => [member.Identifier.Text],
        FieldDeclarationSyntax field =>
            field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        _ => [],
    };

    private static IEnumerable<string> RecordProperties(TypeDeclarationSyntax type) =>
        type is RecordDeclarationSyntax { ParameterList: { } list }
            ? list.Parameters.Select(parameter => parameter.Identifier.Text)
            : [];
}
