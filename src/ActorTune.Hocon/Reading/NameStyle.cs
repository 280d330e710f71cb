using System.Text;

namespace ActorTune.Hocon;

/// <summary>
/// Names as people write them: spelling, and the nearest one to what was written.
/// </summary>
internal static class NameStyle
{
    /// <summary>
    /// Spells an identifier with hyphens: <c>MaxResource</c> is <c>max-resource</c>.
    /// </summary>
    public static string Hyphenate(string identifier)
    {
        StringBuilder name = new();
        for (int i = 0; i < identifier.Length; i++)
        {
            if (i > 0 && StartsWord(identifier, i))
                name.Append('-');
            name.Append(char.ToLowerInvariant(identifier[i]));
        }

        return name.ToString();
    }

    /// <summary>Whether two names differ at most in case, hyphens and underscores.</summary>
    public static bool AreSame(string one, string other) =>
        string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// "; did you mean 'x'?" for the nearest name, or nothing where none is near.
    /// </summary>
    public static string Suggest(string written, IEnumerable<string> names) =>
        Nearest(written, names) is { } name ? $"; did you mean '{name}'?" : "";

    /// <summary>
    /// The nearest name at no more than one change per three characters, the first of equals.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> names)
    {
        const int LongestName = 100;
        if (written.Length > LongestName)
            return null;
        int allowed = Math.Max(1, written.Length / 3);
        return names
            .Select(name => (Name: name, Distance: Distance(written, name)))
            .Where(pair => pair.Distance <= allowed && pair.Distance < pair.Name.Length)
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault().Name;
    }

    /// <summary>
    /// Changes, insertions, removals and swaps of neighbours between two names, ignoring case
    /// (optimal string alignment).
    /// </summary>
    public static int Distance(string one, string other)
    {
        (one, other) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        int[,] cost = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= other.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= one.Length; i++)
        {
            for (int j = 1; j <= other.Length; j++)
                cost[i, j] = Step(cost, one, other, i, j);
        }

        return cost[one.Length, other.Length];
    }

    private static int Step(int[,] cost, string one, string other, int i, int j)
    {
        int change = cost[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        int best = Math.Min(change, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        bool isSwap = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return isSwap ? Math.Min(best, 1 + cost[i - 2, j - 2]) : best;
    }

    private static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1])
            || (index + 1 < name.Length && char.IsLower(name[index + 1])));

    private static string Bare(string name) =>
        string.Concat(name.Where(c => c is not ('-' or '_')));
}
