using System.Globalization;
using System.Text;
using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

/// <summary>Folds the decisions of a study into one number.</summary>
internal static class DecisionHash
{
    internal static string Of(SimulationResult result)
    {
        ulong hash = 14695981039346656037UL;
        foreach (JournalEntry entry in result.Events.Where(entry => entry.Event is StudyDecision))
        {
            // Without a parent or grounds they read as they did before there were any.
            string text = $"{entry.Sequence} {entry.Event}"
                .Replace(", Parent = , From = ", "", StringComparison.Ordinal)
                .Replace(", Grounds =  }", " }", StringComparison.Ordinal);
            foreach (byte part in Encoding.UTF8.GetBytes(text))
                hash = unchecked((hash ^ part) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
