using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.MoAsha;

/// <summary>
/// A rung that ranks by several objectives: by non-dominated front, and within a front by an
/// epsilon-net (Schmucker et al., "Multi-objective asynchronous successive halving", 2021).
/// </summary>
internal sealed class ParetoRung(IReadOnlyList<Objective> objectives, long level, KeptShare share)
    : Rung(objectives[0], level, share)
{
    private readonly KeptShare _share = share;
    private readonly ParetoOrder _order = new();

    /// <inheritdoc/>
    internal override int Kept => _share.Of(Count);

    /// <inheritdoc/>
    internal override int LastKept
    {
        get
        {
            int rest = Kept;
            foreach (ParetoFront front in _order.Fronts)
            {
                if (rest <= front.Members.Count)
                    return rest > 0 ? _order.OrderOf(front)[rest - 1] : -1;
                rest -= front.Members.Count;
            }

            return -1;
        }
    }

    /// <inheritdoc/>
    internal override int BestPromotable
    {
        get
        {
            int rest = Kept;
            foreach (ParetoFront front in _order.Fronts)
            {
                if (rest <= 0)
                    return -1;
                if (front.WaitingCount > 0)
                {
                    int waiting = FirstWaiting(_order.OrderOf(front), rest);
                    if (waiting >= 0)
                        return waiting;
                }

                rest -= front.Members.Count;
            }

            return -1;
        }
    }

    /// <summary>The rungs of ASHA over several objectives.</summary>
    internal static IEnumerable<Rung> Of(
        IReadOnlyList<Objective> objectives, ResourceOptions options, KeptShare share) =>
        options.Levels.Select(level => new ParetoRung(objectives, level, share));

    /// <summary>
    /// Whether an entry is kept, or level in every objective with one of its front that is.
    /// </summary>
    internal bool IsWithin(int position)
    {
        int rest = Kept;
        ParetoFront own = _order.FrontOf(position);
        foreach (ParetoFront front in _order.Fronts)
        {
            if (ReferenceEquals(front, own) || rest <= 0)
                break;
            rest -= front.Members.Count;
        }

        if (rest >= own.Members.Count)
            return true;
        return rest > 0 && _order.OrderOf(own).Take(rest).Any(
            kept => _order[kept].IsLevelWith(_order[position]));
    }

    /// <inheritdoc/>
    internal override int Add(in TrialChange measured)
    {
        // Where a study tells only its first objective, trials are level in the others.
        double[] keys = new double[objectives.Count];
        for (int k = 0; k < keys.Length; k++)
        {
            double value = measured.Outcome is { } outcome
                ? outcome.Values[k]
                : k == 0 ? measured.Value : 0;
            keys[k] = RankedEntry.KeyOf(objectives[k], value);
        }

        _order.Add(new ParetoEntry(measured.Trial.Value, keys));
        return Add(measured.Trial, measured.Value);
    }

    /// <inheritdoc/>
    internal override void SetWaiting(int position, bool isWaiting)
    {
        if (IsWaiting(position) != isWaiting)
            _order.FrontOf(position).WaitingCount += isWaiting ? 1 : -1;
        base.SetWaiting(position, isWaiting);
    }

    /// <inheritdoc/>
    protected override void Insert(int position) => _order.Insert(position, IsWaiting);

    /// <inheritdoc/>
    protected override void InsertFailure(int index)
    {
    }

    /// <inheritdoc/>
    protected override void ClearOrder() => _order.Clear();

    /// <inheritdoc/>
    protected override IEnumerable<int> Order() => _order.Ranking;

    /// <inheritdoc/>
    protected override void WriteEntry(Utf8JsonWriter writer, int position)
    {
        writer.WriteStartArray();
        for (int k = 0; k < objectives.Count; k++)
            writer.WriteNumberValue(RankedEntry.KeyOf(objectives[k], _order[position].Keys[k]));
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    protected override TrialChange ReadEntry(
        in TrialChange entry, ref JsonElement.ArrayEnumerator entries)
    {
        double[] values =
            [.. Following(ref entries).EnumerateArray().Select(value => value.GetDouble())];
        SavedState.Demand(values.Length == objectives.Count, "it has other objectives");
        return entry with { Outcome = new TrialOutcome(values, []) };
    }

    private int FirstWaiting(int[] order, int most)
    {
        for (int i = 0; i < order.Length && i < most; i++)
        {
            if (IsWaiting(order[i]))
                return order[i];
        }

        return -1;
    }
}
