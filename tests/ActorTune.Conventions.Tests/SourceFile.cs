using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActorTune.Conventions;

/// <summary>A C# file: its text, its lines and its syntax.</summary>
internal sealed class SourceFile
{
    private readonly Lazy<SyntaxNode> _syntax;

    internal SourceFile(string path)
    {
        Path = path;
        Text = RepositoryFiles.Read(path);
        Lines = Text.Split('\n');
        _syntax = new Lazy<SyntaxNode>(() => CSharpSyntaxTree.ParseText(
            Text,
            new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Parse)).GetRoot());
    }

    /// <summary>Relative to the repository's root, with forward slashes.</summary>
    internal string Path { get; }

    /// <summary>The project that it belongs to: the second part of its path.</summary>
    internal string Project => Path.Split('/')[1];

    internal string Text { get; }

    internal string[] Lines { get; }

    /// <summary>
    /// Lines as an editor counts them: the end of the last line begins no further one.
    /// </summary>
    internal int LineCount => Text.EndsWith('\n') ? Lines.Length - 1 : Lines.Length;

    internal SyntaxNode Syntax => _syntax.Value;

    /// <summary>Where something is, in a form that terminals and editors can follow.</summary>
    internal string At(SyntaxNodeOrToken place) => At(place.GetLocation()!);

    internal string At(Location place) => At(place.GetLineSpan().StartLinePosition.Line);

    /// <summary>Where a line is.</summary>
    /// <param name="index">From 0.</param>
    internal string At(int index) => $"{Path}:{index + 1}";
}
