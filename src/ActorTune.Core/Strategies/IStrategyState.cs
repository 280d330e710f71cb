using System.Text.Json;

namespace ActorTune.Strategies;

/// <summary>
/// What samplers and trial schedulers have in common: a version that names their rules, one
/// mutator, and a state that can be saved. A strategy restored from what another one saved answers
/// every later query alike.
/// </summary>
public interface IStrategyState
{
    /// <summary>
    /// The rule's name and version, such as <c>asha-promotion/1</c>. It changes with every change
    /// of what the strategy would decide, and is journalled.
    /// </summary>
    string Version { get; }

    /// <summary>Learns of a change. Nothing else alters the state.</summary>
    void Observe(in TrialChange change);

    /// <summary>Writes the state as one JSON object.</summary>
    void Save(Utf8JsonWriter writer);

    /// <summary>
    /// Takes over a state that <see cref="Save"/> wrote, in a strategy just created.
    /// </summary>
    /// <exception cref="FormatException">The text is not such a state.</exception>
    void Load(JsonElement state);
}
