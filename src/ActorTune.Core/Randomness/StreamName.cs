using System.Globalization;

namespace ActorTune.Randomness;

/// <summary>
/// The name of a stream of random numbers: lowercase letters and digits in words joined by single
/// dashes, such as "trial-seed", at most 64 characters. Streams with different names share no
/// draws, so each use of chance has a name of its own.
/// </summary>
public readonly record struct StreamName
{
    private const int MaxLength = 64;
    private const ulong FnvOffset = 0xCBF29CE484222325;
    private const ulong FnvPrime = 0x00000100000001B3;

    private readonly string? _value;

    /// <summary>Names a stream.</summary>
    /// <param name="value">Lowercase letters, digits and single dashes between them.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public StreamName(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        int refused = FindRefused(value);
        if (refused >= 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{value}\" cannot name a random stream (at position {refused}): use 1 to ")
                + "64 lowercase letters and digits, with single dashes between words, such as "
                + "\"trial-seed\".",
                nameof(value));
        }

        _value = value;
        KeyHash = Fnv1A(value);
    }

    /// <summary>What samplers draw suggestions from.</summary>
    public static StreamName Sampler { get; } = new("sampler");

    /// <summary>The seeds that trial programs are given.</summary>
    public static StreamName TrialSeed { get; } = new("trial-seed");

    /// <summary>The order in which a grid is visited.</summary>
    public static StreamName Grid { get; } = new("grid");

    /// <summary>The choice of a bracket where a scheduler draws it.</summary>
    public static StreamName Bracket { get; } = new("bracket");

    /// <summary>The name; empty for the default of this type, which names no stream.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>FNV-1a of the name's UTF-8 in 64 bits; zero for the default of this type.</summary>
    internal ulong KeyHash { get; }

    /// <summary>Whether two names are the same, character by character.</summary>
    /// <param name="other">Another name.</param>
    /// <returns>True where they are the same.</returns>
    public bool Equals(StreamName other) => string.Equals(_value, other._value);

    /// <summary>A hash that is the same in every process.</summary>
    /// <returns>The low half of the name's FNV-1a hash.</returns>
    public override int GetHashCode() => unchecked((int)KeyHash);

    /// <summary>The name.</summary>
    /// <returns>The same as <see cref="Value"/>.</returns>
    public override string ToString() => Value;

    // The position of the first character refused, or -1.
    private static int FindRefused(string value)
    {
        bool afterDash = true;
        for (int i = 0; i < value.Length; i++)
        {
            bool isDash = value[i] == '-';
            if (i == MaxLength || (isDash ? afterDash : !IsLetterOrDigit(value[i])))
            {
                return i;
            }

            afterDash = isDash;
        }

        return afterDash ? Math.Max(value.Length - 1, 0) : -1;
    }

    private static bool IsLetterOrDigit(char c) =>
        char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);

    // Every character is ASCII, one byte of UTF-8.
    private static ulong Fnv1A(string value)
    {
        ulong hash = FnvOffset;
        foreach (char c in value)
        {
            hash = (hash ^ c) * FnvPrime;
        }

        return hash;
    }
}
