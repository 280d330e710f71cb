namespace ActorTune.Journal.Format;

/// <summary>
/// The stored words of an enumeration, written down one by one: renaming a member in code changes
/// nothing that is stored.
/// </summary>
internal sealed class WordTable<T>
    where T : struct, Enum
{
    private readonly T[] _values;
    private readonly JsonEncodedText[] _words;

    internal WordTable(params (T Value, string Word)[] pairs)
    {
        _values = [.. pairs.Select(pair => pair.Value)];
        _words = [.. pairs.Select(pair => JsonEncodedText.Encode(pair.Word))];
    }

    internal JsonEncodedText this[T value]
    {
        get
        {
            int index = Array.IndexOf(_values, value);
            return index >= 0
                ? _words[index]
                : throw new ArgumentOutOfRangeException(
                    nameof(value), value, $"{typeof(T).Name} has no stored word for it.");
        }
    }

    internal T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException($"expected one of {Describe()}");
        for (int i = 0; i < _words.Length; i++)
        {
            if (reader.ValueTextEquals(_words[i].EncodedUtf8Bytes))
                return _values[i];
        }

        throw new JsonException($"'{reader.GetString()}' is not one of {Describe()}");
    }

    internal T Parse(string word)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            if (_words[i].Value == word)
                return _values[i];
        }

        throw new JsonException($"'{word}' is not one of {Describe()}");
    }

    private string Describe() => string.Join(", ", _words.Select(word => $"'{word}'"));
}
