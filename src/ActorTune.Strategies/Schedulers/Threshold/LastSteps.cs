namespace ActorTune.Strategies.Schedulers.Threshold;

/// <summary>The last two resources at which each trial was measured, by trial number.</summary>
internal sealed class LastSteps
{
    private (long Previous, long Last)[] _steps = [];
    private int _count;

    /// <summary>The resource of the measurement before the last; -1 when there is none.</summary>
    internal long Previous(TrialNumber trial) =>
        trial.Value < _count ? _steps[trial.Value].Previous : -1;

    internal void Add(TrialNumber trial, long step)
    {
        Reserve(trial.Value + 1);
        ref (long Previous, long Last) own = ref _steps[trial.Value];
        own = (own.Last, step);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("steps");
        for (int i = 0; i < _count; i++)
        {
            writer.WriteNumberValue(_steps[i].Previous);
            writer.WriteNumberValue(_steps[i].Last);
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        JsonElement steps = state.GetProperty("steps");
        Reserve(steps.GetArrayLength() / 2);
        int next = 0;
        foreach (JsonElement step in steps.EnumerateArray())
        {
            ref (long Previous, long Last) own = ref _steps[next / 2];
            own = next++ % 2 == 0 ? (step.GetInt64(), -1) : (own.Previous, step.GetInt64());
        }
    }

    private void Reserve(int count)
    {
        if (count > _steps.Length)
            Array.Resize(ref _steps, Math.Max(count, _steps.Length * 2));
        for (; _count < count; _count++)
            _steps[_count] = (-1, -1);
    }
}
