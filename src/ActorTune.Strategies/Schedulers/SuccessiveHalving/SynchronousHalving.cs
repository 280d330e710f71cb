using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.SuccessiveHalving;

/// <summary>
/// Brackets of synchronous successive halving, opened one after another in a cycle of plans while
/// there are trials to start. One plan is successive halving, s_max to 0 is Hyperband.
/// </summary>
/// <remarks>
/// A free slot promotes from the oldest bracket that has a promotion; otherwise it starts a trial
/// in the youngest one, and a further bracket is opened when that is full. Brackets are numbered
/// from 0 in the order of their opening.
/// </remarks>
internal sealed class SynchronousHalving : ITrialScheduler
{
    private readonly Objective _objective;
    private readonly IReadOnlyList<BracketPlan> _cycle;
    private readonly TrialPlaces _places = new();
    private readonly List<SynchronousBracket> _brackets = [];
    private readonly List<int> _open = [];
    private int _filling;

    internal SynchronousHalving(
        string version, Objective objective, IReadOnlyList<BracketPlan> cycle)
    {
        Version = version;
        _objective = objective;
        _cycle = cycle;
        OpenUpTo(0);
    }

    /// <inheritdoc/>
    public string Version { get; }

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _places.Add(change.Trial);
        int index = change.Bracket.Value;
        OpenUpTo(index);
        SynchronousBracket bracket = _brackets[index];
        bool wasRetired = bracket.IsRetired;
        bracket.Observe(change);
        if (bracket.IsRetired && !wasRetired)
            _open.Remove(index);

        // A place that a person gave back is filled again.
        if (!bracket.IsFull)
            _filling = Math.Min(_filling, index);
        while (_brackets[_filling].IsFull)
            OpenUpTo(++_filling);
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) =>
        _brackets[measured.Bracket.Value].Decide(measured);

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        foreach (int bracket in _open)
        {
            if (_brackets[bracket].Promote() is { } promote)
                return promote;
        }

        return mayStart
            ? new NextAction.StartNew(
                new BracketIndex(_filling), new Resource(_brackets[_filling].BottomLevel))
            : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        bracket.Value >= 0 && bracket.Value < _brackets.Count
            ? _brackets[bracket.Value].Explain(rung)
            : [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() =>
        [.. _brackets.SelectMany(bracket => bracket.Rungs())];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        _places.Save(writer);
        writer.WriteNumber("filling", _filling);
        writer.WriteStartArray("brackets");
        foreach (SynchronousBracket bracket in _brackets)
            bracket.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _places.Load(saved);
        _filling = saved.GetProperty("filling").GetInt32();
        JsonElement brackets = saved.GetProperty("brackets");
        OpenUpTo(brackets.GetArrayLength() - 1);
        SavedState.Demand(
            _filling >= 0 && _filling < _brackets.Count, "it fills a bracket that it lacks");
        for (int i = 0; i < _brackets.Count; i++)
            _brackets[i].Load(brackets[i]);
        _open.RemoveAll(bracket => _brackets[bracket].IsRetired);
    });

    private void OpenUpTo(int index)
    {
        while (_brackets.Count <= index)
        {
            int bracket = _brackets.Count;
            _brackets.Add(new SynchronousBracket(
                Version,
                new BracketIndex(bracket),
                _objective,
                _cycle[bracket % _cycle.Count],
                _places));
            _open.Add(bracket);
        }
    }
}
