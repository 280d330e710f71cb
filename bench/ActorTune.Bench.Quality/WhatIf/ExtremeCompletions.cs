using ActorTune.Randomness;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Bench.Quality.WhatIf;

/// <summary>
/// Completions of cut curves that drive a replay to its ends: what lies between their outcomes
/// every bound has to cover. Unseen values stay at the best or the worst of the range or where
/// they were; the last ones of the trials that are trained in full are the best and those of the
/// others the worst, or the other way round, or all the same.
/// </summary>
/// <param name="cut">The curves.</param>
/// <param name="highest">The worst value; the best is 0.</param>
/// <param name="answer">The outcome for curves without unseen values and a size of the top; null:
/// the usual one.</param>
internal sealed class ExtremeCompletions(
    RecordedCurves cut, double highest, Func<RecordedCurves, int?, WhatIfQuantities> answer)
{
    private const int MixedCount = 8;

    private static readonly StreamName Draws = new("extremes");

    private readonly int[] _unseen = [.. Enumerable.Range(0, cut.All.Count)
        .Where(trial => cut.All[trial].Last < cut.FullResource)];

    private enum Level
    {
        Best,
        Kept,
        Worst,
    }

    /// <summary>What the completions give.</summary>
    internal IEnumerable<WhatIfQuantities> Outcomes()
    {
        RandomStream draws = RandomStream.For(20_26, Draws, cut.All.Count, 0);
        Level[] levels = Enum.GetValues<Level>();
        for (int i = 0; i < levels.Length + MixedCount; i++)
        {
            Level[] during = [.. cut.All.Select(_ =>
                i < levels.Length ? levels[i] : levels[draws.NextInt32(levels.Length)])];
            HashSet<int> trained = [.. _unseen.Where(trial => IsTrained(trial, during))];
            foreach (Func<int, bool> isGood in new Func<int, bool>[]
                { trained.Contains, trial => !trained.Contains(trial), _ => true, _ => false })
                yield return answer(Complete(during, isGood), null);
        }
    }

    // The one best trial is missed, or trained in full. Last values decide nothing else.
    private bool IsTrained(int trial, Level[] during) =>
        answer(Complete(during, other => other == trial), 1).MissedTop.Low < 1;

    private RecordedCurves Complete(Level[] during, Func<int, bool> isGood)
    {
        var curves = new RecordedCurve[cut.All.Count];
        for (int trial = 0; trial < curves.Length; trial++)
            curves[trial] = Complete(
                trial, during[trial], isGood(trial) ? Level.Best : Level.Worst);
        return new RecordedCurves(cut.Specification, curves);
    }

    private RecordedCurve Complete(int trial, Level during, Level atEnd)
    {
        RecordedCurve curve = cut.All[trial];
        int full = (int)cut.FullResource;
        if (curve.Last == full)
            return curve;
        double last = curve.Count == 0 ? highest / 2 : curve[curve.Count - 1].Value;
        // No two values are the same.
        double apart = 1e-9 * (trial + 1);
        double Value(Level level) => level switch
        {
            Level.Best => apart,
            Level.Worst => highest - apart,
            _ => last,
        };
        return new RecordedCurve(
            Enumerable.Range(1, full).Select(step => (long)step),
            Enumerable.Range(1, full).Select(step => step <= curve.Last
                ? curve[step - 1].Value
                : Value(step < full ? during : atEnd)))
        {
            UnitTime = curve.UnitTime,
        };
    }
}
