using System.Text;
using System.Text.Json;
using ActorTune.Strategies;

namespace ActorTune.TestKit.Strategies;

/// <summary>What the suites demand and how they look at a saved state.</summary>
internal static class Spec
{
    internal static void Demand(bool holds, string rule)
    {
        if (!holds)
            throw new SpecException(rule);
    }

    internal static void Same<T>(T expected, T actual, string rule)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new SpecException($"{rule}: expected {expected}, got {actual}");
    }

    internal static string Save(IStrategyState strategy)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            strategy.Save(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static T Load<T>(T fresh, string saved)
        where T : IStrategyState
    {
        using JsonDocument document = JsonDocument.Parse(saved);
        fresh.Load(document.RootElement);
        return fresh;
    }

    internal static void RefusesOtherText(IStrategyState fresh)
    {
        using JsonDocument document = JsonDocument.Parse("[1, 2]");
        try
        {
            fresh.Load(document.RootElement);
        }
        catch (FormatException)
        {
            return;
        }

        throw new SpecException("Load of text that is no state must throw FormatException");
    }
}
