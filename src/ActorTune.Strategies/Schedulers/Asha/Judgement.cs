namespace ActorTune.Strategies.Schedulers.Asha;

/// <summary>What a stopping rule found when a trial entered a rung.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="IsStop">Whether it is to stop.</param>
/// <param name="Rung">The rung that decided: the first that says stop, otherwise the last.</param>
/// <param name="Count">
/// How many entries it was compared with, itself included where the rule does.
/// </param>
/// <param name="Kept">How many of them stand above the cut-off.</param>
/// <param name="Cutoff">The value that it had to match; null when anything would have done.</param>
/// <param name="CutoffTrial">The trial at the cut-off or next above it.</param>
internal readonly record struct Judgement(
    int Trial, bool IsStop, int Rung, int Count, int Kept, double? Cutoff, int? CutoffTrial)
{
    /// <summary>About no trial.</summary>
    internal static Judgement None { get; } = new() { Trial = -1 };

    internal DecisionReason Reason(string version, double value) => new(
        version,
        Rung,
        Count,
        Kept,
        value,
        Cutoff,
        CutoffTrial is { } trial ? new TrialNumber(trial) : null);

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("judged");
        writer.WriteNumber("trial", Trial);
        writer.WriteBoolean("stop", IsStop);
        writer.WriteNumber("rung", Rung);
        writer.WriteNumber("count", Count);
        writer.WriteNumber("kept", Kept);
        if (Cutoff is { } cutoff)
            writer.WriteNumber("cutoff", cutoff);
        if (CutoffTrial is { } trial)
            writer.WriteNumber("cutoff-trial", trial);
        writer.WriteEndObject();
    }

    internal static Judgement Load(JsonElement state) => new(
        state.GetProperty("trial").GetInt32(),
        state.GetProperty("stop").GetBoolean(),
        state.GetProperty("rung").GetInt32(),
        state.GetProperty("count").GetInt32(),
        state.GetProperty("kept").GetInt32(),
        state.TryGetProperty("cutoff", out JsonElement cutoff) ? cutoff.GetDouble() : null,
        state.TryGetProperty("cutoff-trial", out JsonElement trial) ? trial.GetInt32() : null);
}
