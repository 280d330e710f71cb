namespace ActorTune.Strategies.Samplers.Bohb;

/// <summary>
/// What every trial measured at every rung, failures as the worst. A rung is the resource that the
/// trial was to run to, or its own end.
/// </summary>
internal sealed class RungResults(Objective objective)
{
    /// <summary>The rung of trials that run to their own end: above all others.</summary>
    internal const long OwnEnd = long.MaxValue;

    private readonly SortedDictionary<long, SortedDictionary<int, double>> _rungs = [];
    private readonly SortedDictionary<int, long> _targets = [];

    /// <summary>The rungs from the top, with the value to be minimised of each trial.</summary>
    internal IEnumerable<IReadOnlyDictionary<int, double>> FromTop =>
        _rungs.Reverse().Select(rung => rung.Value);

    internal void Observe(in TrialChange change)
    {
        int trial = change.Trial.Value;
        long target = _targets.GetValueOrDefault(trial, OwnEnd);
        switch (change.Kind)
        {
            case TrialChangeKind.Started:
            case TrialChangeKind.Promoted:
            case TrialChangeKind.Continued:
                _targets[trial] = change.Resource.Units > 0 ? change.Resource.Units : OwnEnd;
                break;
            case TrialChangeKind.Measured when change.IsDecisionPoint:
                Enter(target, trial, LossOf(change.Value));
                break;
            case TrialChangeKind.Completed when target == OwnEnd:
                Enter(target, trial, LossOf(change.Value));
                break;
            case TrialChangeKind.Failed:
                Enter(target, trial, double.PositiveInfinity);
                break;
            default:
                break;
        }
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("targets");
        foreach ((int trial, long target) in _targets)
        {
            writer.WriteNumberValue(trial);
            writer.WriteNumberValue(target);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("rungs");
        foreach ((long rung, SortedDictionary<int, double> losses) in _rungs)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(rung);
            WriteLosses(writer, losses);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void WriteLosses(Utf8JsonWriter writer, SortedDictionary<int, double> losses)
    {
        foreach ((int trial, double loss) in losses)
        {
            writer.WriteNumberValue(trial);
            if (double.IsFinite(loss))
                writer.WriteNumberValue(loss);
            else
                writer.WriteNullValue();
        }
    }

    internal void Load(JsonElement saved)
    {
        JsonElement targets = saved.GetProperty("targets");
        for (int i = 0; i < targets.GetArrayLength(); i += 2)
            _targets[targets[i].GetInt32()] = targets[i + 1].GetInt64();
        foreach (JsonElement rung in saved.GetProperty("rungs").EnumerateArray())
        {
            for (int i = 1; i < rung.GetArrayLength(); i += 2)
                Enter(rung[0].GetInt64(), rung[i].GetInt32(), Loss(rung[i + 1]));
        }
    }

    private static double Loss(JsonElement saved) =>
        saved.ValueKind == JsonValueKind.Null ? double.PositiveInfinity : saved.GetDouble();

    private double LossOf(double value) =>
        objective.Direction == Direction.Minimize ? value : -value;

    private void Enter(long rung, int trial, double loss)
    {
        if (!_rungs.TryGetValue(rung, out SortedDictionary<int, double>? losses))
        {
            losses = [];
            _rungs.Add(rung, losses);
        }

        losses[trial] = loss;
    }
}
