using System.Text;

namespace ActorTune.Hocon.Syntax;

/// <summary>
/// Path expressions: joined text in which a dot outside quotes separates elements. Also the way
/// back, from elements to the expression that messages show.
/// </summary>
internal static class PathSyntax
{
    /// <summary>Splits the tokens of a path expression into elements.</summary>
    /// <param name="tokens">Text and white space, without white space at either end.</param>
    /// <param name="position">Where the expression stands.</param>
    public static string[] Split(IReadOnlyList<Token> tokens, HoconPosition position)
    {
        List<string> elements = [];
        StringBuilder element = new();
        bool hasQuotes = false;
        foreach (Token token in tokens)
        {
            if (token.Kind == TokenKind.Quoted)
            {
                hasQuotes = true;
                element.Append(token.Text);
                continue;
            }

            string[] pieces = token.Text.Split('.');
            element.Append(pieces[0]);
            foreach (string piece in pieces.AsSpan(1))
            {
                Close();
                element.Append(piece);
            }
        }

        Close();
        return [.. elements];

        void Close()
        {
            if (element.Length == 0 && !hasQuotes)
                throw Empty(tokens, position);
            elements.Add(element.ToString());
            element.Clear();
            hasQuotes = false;
        }
    }

    /// <summary>Joins elements to the expression that would parse to them.</summary>
    public static string Join(IEnumerable<string> elements) =>
        string.Join('.', elements.Select(Quote));

    /// <summary>Quotes an element where it could not stand in a path as it is.</summary>
    public static string Quote(string element) =>
        IsPlain(element) ? element : HoconRenderer.ToJson(new HoconString(element, default));

    public static bool IsPlain(string element) =>
        element.Length > 0 && element.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static HoconException Empty(IReadOnlyList<Token> tokens, HoconPosition position)
    {
        string written = string.Concat(tokens.Select(token => token.Text));
        return new HoconException(new HoconProblem(position, "",
            $"the path {new HoconString(written, position).Describe()} has an empty element; "
            + "remove the extra '.' or write the empty name as \"\""));
    }
}
