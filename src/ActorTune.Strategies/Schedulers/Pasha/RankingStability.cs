namespace ActorTune.Strategies.Schedulers.Pasha;

/// <summary>
/// Whether the trials of the top rung rank as they did in the rung below, trials within the noise
/// of each other counting as level (the soft ranking of Bohdal et al. 2023).
/// </summary>
/// <remarks>
/// Only the first 128 trials of a rung are compared; the paper's experiments have at most 85 there.
/// It bounds the cost of a study of any length.
/// </remarks>
internal sealed class RankingStability
{
    internal const int MostTrials = 128;

    private readonly List<(int Trial, TrialCurve Curve)> _members = [];
    private readonly List<double> _distances = [];

    internal IEnumerable<int> Members => _members.Select(member => member.Trial);

    /// <summary>
    /// The noise: the 90th percentile of the distances of pairs that cross; that of an earlier
    /// rung, or zero, while none do.
    /// </summary>
    internal double Noise { get; private set; }

    /// <summary>Adds a trial that entered the top rung.</summary>
    internal void Add(int trial, TrialCurve curve, long top)
    {
        if (_members.Count == MostTrials)
            return;
        foreach ((int _, TrialCurve other) in _members)
        {
            if (CurveNoise.Distance(curve, other, top) is not { } distance)
                continue;
            int index = _distances.BinarySearch(distance);
            _distances.Insert(index < 0 ? ~index : index, distance);
        }

        _members.Add((trial, curve));
        if (_distances.Count > 0)
            Noise = CurveNoise.Ninetieth(_distances);
    }

    /// <summary>
    /// Whether each trial is, in the rung below, level with the one that has its rank there.
    /// </summary>
    internal bool IsStable(long below, long top)
    {
        (double Key, int Trial, double Before)[] now = Ranked(top, below);
        (double Key, int Trial, double Before)[] before = Ranked(below, below);
        double noise = now.Length < 2 ? 0 : Noise;
        for (int rank = 0; rank < now.Length; rank++)
        {
            if (Math.Abs(now[rank].Before - before[rank].Key) > noise)
                return false;
        }

        return true;
    }

    /// <summary>Starts on another rung; the noise stays until it is measured there.</summary>
    internal void Clear()
    {
        _members.Clear();
        _distances.Clear();
    }

    /// <summary>Takes over what another study saved as its noise.</summary>
    internal void Restore(double noise) => Noise = noise;

    private (double Key, int Trial, double Before)[] Ranked(long level, long below)
    {
        var ranked = new (double Key, int Trial, double Before)[_members.Count];
        for (int i = 0; i < ranked.Length; i++)
        {
            (int trial, TrialCurve curve) = _members[i];
            ranked[i] = (curve.KeyFrom(level), trial, curve.KeyFrom(below));
        }

        Array.Sort(ranked);
        return ranked;
    }
}
