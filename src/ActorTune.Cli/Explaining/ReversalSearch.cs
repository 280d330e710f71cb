namespace ActorTune.Cli.Explaining;

/// <summary>
/// Finds the value at which a decision turns, to the last bit, by asking the trial scheduler
/// itself. Between two neighbours among the recorded values a rule that ranks cannot turn, so that
/// a handful of questions is enough; rules that interpolate are cut down to two adjacent numbers.
/// </summary>
internal sealed class ReversalSearch
{
    /// <summary>More than a rung needs before its first promotion, for all usual factors.</summary>
    private const int MostMore = 16;

    private readonly SchedulerProbe _probe;
    private readonly double _own;
    private readonly bool _goesOn;

    // From the nearest to the farthest, in the direction that could turn the decision.
    private readonly RungEntry[] _peers;
    private readonly double _farthest;

    private ReversalSearch(SchedulerProbe probe, TrialDecision decision)
    {
        _probe = probe;
        _own = probe.Value;
        _goesOn = probe.GoesOn(_own);
        bool isDown = _goesOn != (decision.Study.Objective.Direction == Direction.Minimize);
        IEnumerable<RungEntry> peers = decision.Ranking
            .Where(entry => entry.Value is not null && entry.Trial != decision.Trial);
        if (decision.Reason is { Cutoff: { } cutoff, CutoffTrial: var trial })
            peers = peers.Append(new RungEntry(trial ?? decision.Trial, cutoff, false));
        IEnumerable<IGrouping<double, RungEntry>> values = peers
            .Where(entry => isDown ? entry.Value <= _own : entry.Value >= _own)
            .GroupBy(entry => entry.Value!.Value);
        _peers =
        [
            .. (isDown
                ? values.OrderByDescending(group => group.Key)
                : values.OrderBy(group => group.Key))
                .Select(group => group.First()),
        ];
        _farthest = isDown ? double.MinValue : double.MaxValue;
    }

    /// <summary>The smallest change; null where the rule cannot be asked.</summary>
    internal static Reversal? Find(TrialDecision decision)
    {
        if (decision.Probe is not { } probe)
            return null;
        var search = new ReversalSearch(probe, decision);
        bool isAsRecorded = decision.Entry.Event switch
        {
            TrialStopped => !search._goesOn,
            TrialContinued or TrialPromoted => search._goesOn,
            _ => true,
        };
        return isAsRecorded ? search.Smallest(decision) : null;
    }

    private Reversal Smallest(TrialDecision decision)
    {
        var reversal = new Reversal { GoesOn = !_goesOn };
        if (!Turns(_farthest))
            return reversal with { More = _goesOn ? null : FindMore() };
        int first = FirstThatTurns(Guess(decision));
        double near = first == 0 ? _own : _peers[first - 1].Value!.Value;
        double far = first < _peers.Length ? _peers[first].Value!.Value : _farthest;
        if (Turns(Step(near, far)))
        {
            TrialNumber? at = first > 0 ? Holder(decision, near) : null;
            return reversal with { Value = near, Trial = at };
        }

        double value = Turns(Step(far, near)) ? Cut(near, far) : far;
        return reversal with
        {
            Value = value,
            IsInclusive = true,
            Trial = Holder(decision, value),
        };
    }

    private bool Turns(double value) => _probe.GoesOn(value) != _goesOn;

    private int? FindMore()
    {
        for (int more = 1; more <= MostMore; more++)
        {
            if (_probe.GoesOn(_own, more))
                return more;
        }

        return null;
    }

    /// <summary>Where a rule that keeps the best turns: at the edge of those it keeps.</summary>
    private static int Guess(TrialDecision decision) => decision.Rank is { } rank
        ? Math.Abs(rank - decision.Reason!.Kept) - (rank > decision.Reason.Kept ? 1 : 0)
        : 0;

    /// <summary>The nearest recorded value that turns it; their number: none does.</summary>
    private int FirstThatTurns(int guess)
    {
        int low = 0, high = _peers.Length;
        int at = Math.Clamp(guess, 0, Math.Max(0, high - 1));
        while (low < high)
        {
            if (Turns(_peers[at].Value!.Value))
                high = at;
            else
                low = at + 1;
            // Beside the guess first, then in halves.
            bool isBeside = Math.Abs(at - guess) <= 1 && (high == at ? at > low : at < high);
            at = isBeside && at == guess ? (high == at ? at - 1 : at + 1) : low + (high - low) / 2;
            at = Math.Clamp(at, low, Math.Max(low, high - 1));
        }

        return low;
    }

    /// <summary>The nearest of all numbers between that turns it.</summary>
    private double Cut(double near, double far)
    {
        Int128 low = Order(near), high = Order(far);
        while (Int128.Abs(high - low) > 1)
        {
            Int128 middle = low + (high - low) / 2;
            if (Turns(At((long)middle)))
                high = middle;
            else
                low = middle;
        }

        return At((long)high);
    }

    private static TrialNumber? Holder(TrialDecision decision, double value)
    {
        foreach (RungEntry entry in decision.Ranking)
        {
            if (entry.Value is { } held && held.Equals(value))
                return entry.Trial;
        }

        return null;
    }

    private static double Step(double from, double to) =>
        to > from ? Math.BitIncrement(from) : Math.BitDecrement(from);

    /// <summary>Numbers that grow with the doubles, one for each.</summary>
    private static long Order(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? (long.MinValue - bits) : bits;
    }

    private static double At(long order) =>
        BitConverter.Int64BitsToDouble(order < 0 ? long.MinValue - order : order);
}
