namespace ActorTune.Strategies.Schedulers;

/// <summary>
/// Trials that were suspended although their rule lets them go on: the study ended, and was
/// reopened. They go on before anything new is started, lowest number first.
/// </summary>
internal sealed class PausedTrials
{
    private readonly SortedSet<TrialNumber> _trials = [];

    internal TrialNumber? First => _trials.Count == 0 ? null : _trials.Min;

    internal void Observe(in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Paused:
                _trials.Add(change.Trial);
                break;
            case TrialChangeKind.Promoted or TrialChangeKind.Stopped
                or TrialChangeKind.Completed or TrialChangeKind.Failed
                or TrialChangeKind.Cancelled:
                if (_trials.Count > 0)
                    _trials.Remove(change.Trial);
                break;
        }
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("paused");
        foreach (TrialNumber trial in _trials)
            writer.WriteNumberValue(trial.Value);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement state)
    {
        foreach (JsonElement trial in state.GetProperty("paused").EnumerateArray())
            _trials.Add(new TrialNumber(trial.GetInt32()));
    }
}
