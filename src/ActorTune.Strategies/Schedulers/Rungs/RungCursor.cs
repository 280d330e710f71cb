namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>How many rungs each trial has entered: one small number a trial, by trial number.</summary>
internal sealed class RungCursor
{
    private byte[] _entered = new byte[16];

    internal int this[TrialNumber trial]
    {
        get => trial.Value < _entered.Length ? _entered[trial.Value] : 0;
        set
        {
            if (trial.Value >= _entered.Length)
                Array.Resize(ref _entered, Math.Max(trial.Value + 1, _entered.Length * 2));
            _entered[trial.Value] = checked((byte)value);
        }
    }

    internal void Save(Utf8JsonWriter writer, int trials)
    {
        writer.WriteStartArray();
        for (int i = 0; i < trials; i++)
            writer.WriteNumberValue(this[new TrialNumber(i)]);
        writer.WriteEndArray();
    }

    internal int Load(JsonElement state)
    {
        int trials = 0;
        foreach (JsonElement entered in state.EnumerateArray())
            this[new TrialNumber(trials++)] = entered.GetInt32();
        return trials;
    }
}
