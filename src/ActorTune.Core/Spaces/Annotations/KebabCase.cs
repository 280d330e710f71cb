using System.Text;

namespace ActorTune.Spaces.Annotations;

/// <summary>
/// Turns names of properties and enum members into names of parameters and values.
/// </summary>
internal static class KebabCase
{
    /// <summary>
    /// Words in lower case joined by dashes: LearningRate and learning_rate give learning-rate,
    /// UseSGDFirst gives use-sgd-first, Beta2 gives beta2.
    /// </summary>
    internal static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is '_' or '-')
            {
                AddDash(text);
                continue;
            }

            if (StartsWord(name, i))
                AddDash(text);
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString().TrimEnd('-');
    }

    private static bool StartsWord(string name, int index) =>
        index > 0 && char.IsUpper(name[index])
        && (!char.IsUpper(name[index - 1])
            || (index + 1 < name.Length && char.IsLower(name[index + 1])));

    private static void AddDash(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '-')
            text.Append('-');
    }
}
