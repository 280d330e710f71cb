using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Hyperband;

/// <summary>
/// Hyperband over brackets of promotion ASHA that share the slots (Li et al., MLSys 2020). Bracket
/// s starts at R / eta^s; its share of the trials is that of its bottom rung in Hyperband.
/// </summary>
/// <remarks>
/// A free slot promotes to the highest level that it can, from the lowest s on ties. Otherwise it
/// starts a trial in the bracket that lacks most of its share of the trials so far, this one
/// included: the largest n_s (t + 1) - N t_s, in whole numbers, lowest s on ties.
/// </remarks>
internal sealed class AsynchronousHyperband : ITakesOver
{
    private readonly TrialPlaces _places = new();
    private readonly AsynchronousBracket[] _brackets;
    private readonly long[] _shares;
    private readonly long[] _started;
    private readonly long[] _lacking;
    private readonly long _shareSum;

    internal AsynchronousHyperband(Objective objective, HyperbandOptions options)
    {
        var share = KeptShare.Floor(options.Resources.ReductionFactor);
        _brackets = [.. options.Brackets.Select((plan, s) => new AsynchronousBracket(
            Version,
            new BracketIndex(s),
            plan.Levels.Select(level => new Rung(objective, level, share)),
            _places))];
        _shares = [.. options.Brackets.Select(plan => (long)plan.Sizes[0])];
        _shareSum = _shares.Sum();
        _started = new long[_shares.Length];
        _lacking = [.. _shares];
    }

    /// <inheritdoc/>
    public string Version => "hyperband-asynchronous/1";

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    /// <summary>The one with the most rungs, where most of what is known counts.</summary>
    public BracketIndex EarlierBracket => new(_brackets.Length - 1);

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _places.Add(change.Trial);
        if (change.Kind == TrialChangeKind.Started)
        {
            _started[change.Bracket.Value]++;
            _lacking[change.Bracket.Value] -= _shareSum;
            for (int s = 0; s < _shares.Length; s++)
                _lacking[s] += _shares[s];
        }

        _brackets[change.Bracket.Value].Observe(change);
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured) =>
        _brackets[measured.Bracket.Value].Decide(measured);

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        if (Promote() is { } promote)
            return promote;
        if (!mayStart)
            return NextAction.Wait;
        int bracket = MostLacking();
        return new NextAction.StartNew(
            new BracketIndex(bracket), new Resource(_brackets[bracket].BottomLevel));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) =>
        bracket.Value >= 0 && bracket.Value < _brackets.Length
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
        writer.WriteStartArray("started");
        foreach (long count in _started)
            writer.WriteNumberValue(count);
        writer.WriteEndArray();
        writer.WriteStartArray("brackets");
        foreach (AsynchronousBracket bracket in _brackets)
            bracket.Save(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _places.Load(saved);
        JsonElement brackets = saved.GetProperty("brackets");
        JsonElement started = saved.GetProperty("started");
        SavedState.Demand(
            brackets.GetArrayLength() == _brackets.Length
                && started.GetArrayLength() == _brackets.Length,
            "it has other brackets");
        for (int s = 0; s < _brackets.Length; s++)
        {
            _started[s] = started[s].GetInt64();
            _brackets[s].Load(brackets[s]);
        }

        for (int s = 0; s < _brackets.Length; s++)
            _lacking[s] = (long)(
                (Int128)_shares[s] * (_started.Sum() + 1) - (Int128)_shareSum * _started[s]);
    });

    private NextAction.Promote? Promote()
    {
        for (int below = 1; below < _brackets.Length; below++)
        {
            for (int s = below; s < _brackets.Length; s++)
            {
                if (_brackets[s].Promote(s - below) is { } promote)
                    return promote;
            }
        }

        foreach (AsynchronousBracket bracket in _brackets)
        {
            if (bracket.Resume() is { } resume)
                return resume;
        }

        return null;
    }

    private int MostLacking()
    {
        int most = 0;
        for (int s = 1; s < _lacking.Length; s++)
        {
            if (_lacking[s] > _lacking[most])
                most = s;
        }

        return most;
    }
}
