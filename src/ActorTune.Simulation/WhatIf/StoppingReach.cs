namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// How far trials come when each is judged on arrival against those that came before it. Nothing
/// waits, so the trials are independent jobs in a fixed order on so many slots: their starts move
/// with the lengths of those before them and never the other way. From the least and the greatest
/// lengths follow the times of arrival, from these who surely and who possibly came before, and
/// from that which decisions are certain, which shortens the lengths' bounds in turn.
/// </summary>
internal sealed class StoppingReach
{
    private const int MostCompared = 1500;

    private readonly RecordedCurves _curves;
    private readonly long[] _levels;
    private readonly int _factor;
    private readonly int _slots;
    private readonly NumberBound[][] _keys;
    private readonly int[] _least;
    private readonly int[] _most;
    private long[] _earliest = [];
    private long[] _latest = [];

    private StoppingReach(
        RecordedCurves curves, CurveValues values, long[] levels, int factor, int slots)
    {
        _curves = curves;
        _levels = levels;
        _factor = factor;
        _slots = slots;
        int count = curves.All.Count;
        _keys = [.. levels.Select(level =>
            Enumerable.Range(0, count).Select(trial => values.At(trial, level)).ToArray())];
        _least = new int[count];
        _most = [.. Enumerable.Range(0, count).Select(Farthest)];
    }

    private int Top => _levels.Length - 1;

    // The first to come to a rung always goes on, but may fail on the way to the next one.
    private bool AnyFails => _curves.All.Any(curve => curve.End == CurveEnd.Failed);

    internal static Reach Of(
        RecordedCurves curves, CurveValues values, BracketShape shape, int factor, int slots)
    {
        var reach = new StoppingReach(curves, values, shape.Levels, factor, slots);
        bool isSmall = curves.All.Count <= MostCompared;
        do
        {
            reach._earliest = reach.Starts(reach._least, out _);
            reach._latest = reach.Starts(reach._most, out _);
        }
        while (isSmall && reach.Narrow());

        return reach.Result();
    }

    // The rung in which a trial ends at most: a failure on the way to it counts as its end there.
    private int Farthest(int trial)
    {
        int rung = 0;
        while (rung < Top && !double.IsPositiveInfinity(_keys[rung][trial].Low))
            rung++;
        return rung;
    }

    private bool Fails(int trial, int rung) =>
        double.IsPositiveInfinity(_keys[rung][trial].Low);

    // Units until it arrives; one that fails does so within the unit after its last measurement.
    private long Units(int trial, int rung) => Fails(trial, rung)
        ? _curves.All[trial].Last + 1
        : _levels[rung];

    private long Spent(int trial, int rung) => Fails(trial, rung)
        ? _curves.All[trial].Last
        : _levels[rung];

    private long[] Starts(int[] rungs, out long end)
    {
        var starts = new long[rungs.Length];
        var free = new PriorityQueue<int, long>();
        for (int slot = 0; slot < _slots; slot++)
            free.Enqueue(slot, 0);
        end = 0;
        for (int trial = 0; trial < rungs.Length; trial++)
        {
            free.TryDequeue(out int slot, out starts[trial]);
            long done = starts[trial] + Units(trial, rungs[trial]) * Unit(trial);
            end = Math.Max(end, done);
            free.Enqueue(slot, done);
        }

        return starts;
    }

    private long Unit(int trial) => _curves.All[trial].UnitTime.Ticks;

    private bool Narrow()
    {
        bool isNarrower = false;
        for (int rung = 0; rung < Top; rung++)
        {
            for (int trial = 0; trial < _most.Length; trial++)
            {
                if (_most[trial] <= rung || _least[trial] > rung || Fails(trial, rung))
                    continue;
                bool? goesOn = Judge(trial, rung);
                if (goesOn == true && _least[trial] == rung)
                    _least[trial] = rung + 1;
                else if (goesOn == false)
                    _most[trial] = rung;
                else
                    continue;
                isNarrower = true;
            }
        }

        return isNarrower;
    }

    // Ties go on. Adding one that is better never helps a trial, adding any other never harms it.
    private bool? Judge(int trial, int rung)
    {
        NumberBound own = _keys[rung][trial];
        (int count, int better) worst = (1, 0);
        (int count, int better) best = (1, 0);
        for (int other = 0; other < _most.Length; other++)
        {
            if (other == trial || _most[other] < rung || Fails(other, rung)
                || !MayPrecede(other, trial, rung))
                continue;
            bool comes = _least[other] >= rung && MustPrecede(other, trial, rung);
            NumberBound key = _keys[rung][other];
            bool mayBeat = key.Low < own.High;
            bool mustBeat = key.High < own.Low;
            if (comes || mayBeat)
                worst = (worst.count + 1, worst.better + (mayBeat ? 1 : 0));
            if (comes || !mustBeat)
                best = (best.count + 1, best.better + (mustBeat ? 1 : 0));
        }

        if (worst.better < Math.Max(1, worst.count / _factor))
            return true;
        return best.better >= Math.Max(1, best.count / _factor) ? false : null;
    }

    private bool MayPrecede(int other, int trial, int rung) => !MustPrecede(trial, other, rung);

    private bool MustPrecede(int one, int other, int rung)
    {
        long oneTakes = Units(one, rung) * Unit(one);
        long otherTakes = Units(other, rung) * Unit(other);
        bool startsFirst = one < other && (_slots == 1 || oneTakes < otherTakes);
        return startsFirst || _latest[one] + oneTakes < _earliest[other] + otherTakes;
    }

    private Reach Result()
    {
        var reach = new Reach(_most.Length);
        double low = 0;
        double high = 0;
        for (int trial = 0; trial < _most.Length; trial++)
        {
            low += Spent(trial, _least[trial]);
            high += Spent(trial, _most[trial]);
            reach.Surely[trial] = _least[trial] == Top && !Fails(trial, Top);
            reach.Possibly[trial] = _most[trial] == Top && !Fails(trial, Top);
            for (int rung = _least[trial]; rung < _most[trial]; rung++)
                reach.Unseen.Add(new UnseenDecision(
                    new TrialNumber(trial), new Resource(_levels[rung])));
        }

        Starts(_least, out long shortest);
        Starts(_most, out long longest);
        reach.Resource = new NumberBound(low, high);
        reach.Ticks = new NumberBound(shortest, longest);
        reach.Groups.Add(Trained(reach));
        return reach;
    }

    private FullyTrained Trained(Reach reach)
    {
        int[] trials =
            [.. Enumerable.Range(0, _most.Length).Where(trial => reach.Possibly[trial])];
        int least = Math.Max(reach.Surely.Count(surely => surely), AnyFails ? 0 : 1);
        return new FullyTrained(trials, least, trials.Length);
    }
}
