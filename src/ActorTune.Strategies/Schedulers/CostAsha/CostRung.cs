using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.CostAsha;

/// <summary>
/// A rung whose trials weigh by the seconds that they took to get there: kept are the best whose
/// costs together stay within 1 / eta of the costs of all (the cost-aware promotion of Syne Tune).
/// </summary>
/// <remarks>
/// A trial costs its microseconds and at least one, so that without measured time all cost alike
/// and the rule is that of ASHA. Failures on the way cost what they took.
/// </remarks>
internal sealed class CostRung(Objective objective, long level, int factor)
    : Rung(objective, level, KeptShare.Floor(factor))
{
    private readonly CostSplit _split = new(factor);
    private readonly List<double> _seconds = [];
    private readonly List<double> _failedSeconds = [];

    /// <inheritdoc/>
    internal override int Kept => _split.KeptCount;

    /// <inheritdoc/>
    internal override int LastKept => _split.LastKept;

    /// <summary>The scheduler: promotion ASHA over such rungs.</summary>
    internal static Asha.AshaPromotion Scheduler(Objective objective, ResourceOptions options) =>
        new(
            "cost-asha/1",
            options.Levels.Select(
                level => new CostRung(objective, level, options.ReductionFactor)));

    /// <inheritdoc/>
    internal override int Add(in TrialChange measured)
    {
        _seconds.Add(measured.Seconds);
        _split.AddCost(Cost(measured.Seconds));
        return Add(measured.Trial, measured.Value);
    }

    /// <inheritdoc/>
    internal override void AddFailure(in TrialChange failed)
    {
        _failedSeconds.Add(failed.Seconds);
        AddFailure(failed.Trial);
    }

    /// <inheritdoc/>
    protected override bool IsKept(in RankedEntry entry) => _split.IsKept(entry);

    /// <inheritdoc/>
    protected override void Insert(int position) => _split.Add(Ranked(position));

    /// <inheritdoc/>
    protected override void InsertFailure(int index) =>
        _split.AddFailure(Cost(_failedSeconds[index]));

    /// <inheritdoc/>
    protected override void ClearOrder() => _split.Clear();

    /// <inheritdoc/>
    protected override void WriteEntry(Utf8JsonWriter writer, int position) =>
        writer.WriteNumberValue(_seconds[position]);

    /// <inheritdoc/>
    protected override TrialChange ReadEntry(
        in TrialChange entry, ref JsonElement.ArrayEnumerator entries) =>
        entry with { Seconds = Following(ref entries).GetDouble() };

    /// <inheritdoc/>
    protected override void WriteFailure(Utf8JsonWriter writer, int index) =>
        writer.WriteNumberValue(_failedSeconds[index]);

    /// <inheritdoc/>
    protected override TrialChange ReadFailure(
        in TrialChange failed, ref JsonElement.ArrayEnumerator failures) =>
        failed with { Seconds = Following(ref failures).GetDouble() };

    // A hundred thousand years still fit.
    private static long Cost(double seconds)
    {
        double microseconds = Math.Min(Math.Round(seconds * 1e6), 4e18);
        return Math.Max(1, (long)microseconds);
    }
}
