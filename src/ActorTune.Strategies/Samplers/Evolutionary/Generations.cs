using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>
/// The parents of the next children. Whenever as many results have come as a population has
/// members, the first of them in trial order compete with the parents, and the best stay. Results
/// beyond wait for the next time, so that more slots than members lose nothing.
/// </summary>
internal sealed class Generations(TrialHistory history, int size, ISurvival survival)
{
    private readonly HashSet<int> _known = [];
    private readonly SortedSet<int> _waiting = [];
    private List<HistoryTrial> _parents = [];

    /// <summary>How often the parents were chosen.</summary>
    internal int Count { get; private set; }

    /// <summary>Grows whenever the parents, or what is known of one, may have changed.</summary>
    internal long Revision { get; private set; }

    /// <summary>The parents, those that were cancelled since left out.</summary>
    internal IEnumerable<HistoryTrial> Parents =>
        _parents.Where(parent => parent.Status != ObservationStatus.Ignored);

    /// <summary>Takes in what the history has just learnt.</summary>
    internal void Observe(HistoryTrial trial)
    {
        if (trial.Status == ObservationStatus.Pending)
            return;
        if (trial.Status == ObservationStatus.Ignored)
            _waiting.Remove(trial.Number);
        else if (_known.Add(trial.Number))
            _waiting.Add(trial.Number);
        if (!_waiting.Contains(trial.Number))
            Revision++;
        if (_waiting.Count >= size)
            Advance();
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteNumber("generation", Count);
        Write(writer, "parents", _parents.Select(parent => parent.Number));
        Write(writer, "waiting", _waiting);
    }

    /// <summary>Takes over what was saved, after the history did.</summary>
    internal void Load(JsonElement saved)
    {
        Count = saved.GetProperty("generation").GetInt32();
        foreach (JsonElement number in saved.GetProperty("parents").EnumerateArray())
            _parents.Add(Known(number.GetInt32()));
        foreach (JsonElement number in saved.GetProperty("waiting").EnumerateArray())
            _waiting.Add(Known(number.GetInt32()).Number);
        foreach (HistoryTrial trial in history.Ranked)
            _known.Add(trial.Number);
    }

    private HistoryTrial Known(int number)
    {
        SavedState.Demand(
            number >= 0 && number < history.Trials.Count && history.Trials[number] is not null,
            "it names a trial that it does not have");
        return history.Trials[number]!;
    }

    private void Advance()
    {
        int[] newcomers = [.. _waiting.Take(size)];
        _waiting.ExceptWith(newcomers);
        List<List<HistoryTrial>> fronts = ConstrainedFronts.Of(
            Parents.Concat(newcomers.Select(number => history.Trials[number]!)));
        var kept = new List<HistoryTrial>();
        foreach (List<HistoryTrial> front in fronts)
        {
            int places = size - kept.Count;
            if (front.Count <= places)
                kept.AddRange(front);
            else if (front[0].Status == ObservationStatus.Observed)
                kept.AddRange([.. survival.Choose(kept, front, places, Count)]);
            else
                kept.AddRange(front.Take(places));
        }

        _parents = kept;
        Count++;
        Revision++;
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<int> numbers)
    {
        writer.WriteStartArray(name);
        foreach (int number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
