namespace ActorTune.Strategies.Schedulers;

/// <summary>The curves of trials by trial number.</summary>
internal sealed class TrialCurves
{
    private readonly List<TrialCurve?> _curves = [];

    /// <summary>The curve of a trial, or null.</summary>
    internal TrialCurve? Find(TrialNumber trial) =>
        trial.Value < _curves.Count ? _curves[trial.Value] : null;

    /// <summary>The curve of a trial, which it gets if it has none.</summary>
    internal TrialCurve Of(TrialNumber trial)
    {
        while (_curves.Count <= trial.Value)
            _curves.Add(null);
        return _curves[trial.Value] ??= new TrialCurve();
    }

    /// <summary>Takes the curve of a trial out; null when it has none.</summary>
    internal TrialCurve? Remove(TrialNumber trial)
    {
        TrialCurve? curve = Find(trial);
        if (curve is not null)
            _curves[trial.Value] = null;
        return curve;
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("curves");
        for (int trial = 0; trial < _curves.Count; trial++)
        {
            if (_curves[trial] is not { } curve)
                continue;
            writer.WriteNumberValue(trial);
            curve.Save(writer);
        }

        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        JsonElement.ArrayEnumerator saved = state.GetProperty("curves").EnumerateArray();
        while (saved.MoveNext())
        {
            TrialCurve curve = Of(new TrialNumber(saved.Current.GetInt32()));
            SavedState.Demand(saved.MoveNext(), "it ends within a curve");
            curve.Load(saved.Current);
        }
    }
}
