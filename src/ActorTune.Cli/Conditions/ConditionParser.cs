namespace ActorTune.Cli.Conditions;

/// <summary>
/// Reads conditions: comparisons of terms, joined by <c>and</c>, <c>or</c>, <c>not</c> and
/// parentheses; <c>not</c> binds most and <c>or</c> least. docs/guides/replay.md has the grammar.
/// </summary>
internal sealed class ConditionParser
{
    private readonly string _text;
    private readonly IReadOnlyList<ConditionToken> _tokens;
    private int _position;

    private ConditionParser(string text)
    {
        _text = text;
        _tokens = ConditionTokens.Of(text);
    }

    private ConditionToken Current => _tokens[_position];

    /// <exception cref="CliException">It is no condition; the message shows where.</exception>
    internal static StudyCondition Parse(string text)
    {
        var parser = new ConditionParser(text);
        StudyCondition condition = parser.ReadOr();
        return parser.Current.IsEnd
            ? condition
            : throw parser.Refuse(parser.Current, $"'{parser.Current.Text}' was not expected");
    }

    internal static CliException Refuse(string text, int column, string problem) => new(
        ExitCode.BadInput,
        string.Create(CultureInfo.InvariantCulture, $"--when, column {column}: {problem}")
            + $"\n  {text}\n  {new string(' ', column - 1)}^");

    private CliException Refuse(ConditionToken at, string problem) =>
        Refuse(_text, at.Column, problem);

    private StudyCondition ReadOr()
    {
        StudyCondition left = ReadAnd();
        while (Take("or"))
            left = new StudyCondition.Or(left, ReadAnd());
        return left;
    }

    private StudyCondition ReadAnd()
    {
        StudyCondition left = ReadNot();
        while (Take("and"))
            left = new StudyCondition.And(left, ReadNot());
        return left;
    }

    private StudyCondition ReadNot()
    {
        if (Take("not"))
            return new StudyCondition.Not(ReadNot());
        if (!Take("("))
            return ReadComparison();
        StudyCondition inner = ReadOr();
        Expect(")");
        return inner;
    }

    private StudyCondition.Comparison ReadComparison()
    {
        Term left = ReadTerm(null);
        ConditionToken sign = Current;
        ConditionOperator comparison = ReadOperator();
        ConditionToken at = Current;
        Term right = ReadTerm(left);
        if (left.Words.Count == 0 != (right.Words.Count == 0))
            throw Refuse(at, $"'{left.Text}' and '{right.Text}' cannot be compared");
        bool isOrder = comparison is not (ConditionOperator.Equal or ConditionOperator.NotEqual);
        if (left.Words.Count > 0 && isOrder)
            throw Refuse(sign, $"'{left.Text}' is a word: only = and != compare words");
        return new StudyCondition.Comparison(left, comparison, right);
    }

    private ConditionOperator ReadOperator()
    {
        ConditionToken sign = Current;
        ConditionOperator? found = sign.Text switch
        {
            "=" or "==" => ConditionOperator.Equal,
            "!=" => ConditionOperator.NotEqual,
            "<" => ConditionOperator.Less,
            "<=" => ConditionOperator.AtMost,
            ">" => ConditionOperator.Greater,
            ">=" => ConditionOperator.AtLeast,
            _ => null,
        };
        _position++;
        return found ?? throw Refuse(sign, "a comparison was expected: =, !=, <, <=, > or >=");
    }

    private Term ReadTerm(Term? comparedWith)
    {
        ConditionToken start = Current;
        if (start.Number is { } number)
        {
            _position++;
            return Term.Number(start.Text, start.Column, number);
        }

        if (!start.IsWord)
            throw Refuse(start, "a term or a number was expected");
        if (comparedWith is { Words: { Count: > 0 } words } && words.Contains(start.Text))
        {
            _position++;
            return Term.Word(start.Text, start.Column, words);
        }

        (Term? term, string? problem) = TermReader.Read(ReadPath());
        if (term is not null)
            return term;
        throw Refuse(start, comparedWith is { Words: { Count: > 0 } known }
            ? $"'{comparedWith.Text}' is never '{start.Text}' but {string.Join(", ", known)}"
            : problem!);
    }

    private TermPath ReadPath()
    {
        ConditionToken name = Current;
        _position++;
        var numbers = new List<int>();
        if (Take("("))
        {
            do
                numbers.Add(ReadIndex());
            while (Take(","));
            Expect(")");
        }

        string? field = null;
        if (Take("."))
        {
            field = Current.IsWord ? Current.Text : throw Refuse(Current, "a word was expected");
            _position++;
        }

        ConditionToken last = _tokens[_position - 1];
        string text = _text[(name.Column - 1)..(last.Column - 1 + last.Text.Length)];
        return new TermPath(name.Text, numbers, field, text, name.Column);
    }

    private int ReadIndex()
    {
        ConditionToken token = Current;
        _position++;
        return int.TryParse(
            token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? index
            : throw Refuse(token, "a whole number was expected");
    }

    private bool Take(string text)
    {
        if (Current.Text != text)
            return false;
        _position++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Refuse(Current, $"'{text}' was expected");
    }
}
