namespace ActorTune.Cli.Conditions;

/// <summary>Cuts a condition into words, numbers and signs.</summary>
internal static class ConditionTokens
{
    private static readonly string[] Signs =
        ["<=", ">=", "!=", "==", "=", "<", ">", "(", ")", ",", "."];

    internal static IReadOnlyList<ConditionToken> Of(string text)
    {
        var tokens = new List<ConditionToken>();
        int position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (position == text.Length)
                break;
            int end = End(text, position);
            if (end == position)
                throw ConditionParser.Refuse(
                    text, position + 1, $"'{text[position]}' has no meaning here");
            string part = text[position..end];
            tokens.Add(new ConditionToken(part, position + 1, NumberOf(text, part, position)));
            position = end;
        }

        tokens.Add(new ConditionToken("", text.Length + 1, null));
        return tokens;
    }

    private static int End(string text, int start)
    {
        int end = start;
        if (char.IsAsciiLetter(text[start]))
        {
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
                end++;
            return end;
        }

        if (IsNumber(text, start))
        {
            end++;
            while (end < text.Length && IsNumberPart(text, end))
                end++;
            return end;
        }

        string? sign = Signs.FirstOrDefault(known =>
            string.CompareOrdinal(text, start, known, 0, known.Length) == 0);
        return start + (sign?.Length ?? 0);
    }

    private static bool IsNumber(string text, int start) =>
        char.IsAsciiDigit(text[start])
        || (text[start] is '-' or '+' or '.' && start + 1 < text.Length
            && (char.IsAsciiDigit(text[start + 1]) || text[start + 1] == '.'));

    private static bool IsNumberPart(string text, int at) =>
        char.IsAsciiDigit(text[at]) || text[at] is '.' or 'e' or 'E'
        || (text[at] is '-' or '+' && text[at - 1] is 'e' or 'E');

    private static double? NumberOf(string text, string part, int start)
    {
        if (!IsNumber(text, start))
            return null;
        return double.TryParse(part, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw ConditionParser.Refuse(text, start + 1, $"'{part}' is no number");
    }
}
