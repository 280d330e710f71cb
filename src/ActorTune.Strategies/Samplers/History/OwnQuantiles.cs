using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.History;

/// <summary>
/// The rung and the loss at a quantile of the feasible observed trials of a study, best first: of
/// m trials the i-th stands at p_i = (i - 1/2) / m (Hazen's plotting positions).
/// </summary>
/// <remarks>
/// Between two trials of one rung the loss is linear; between two rungs it is that of the better
/// trial. Beyond the first trial it is x_1 - s (z(p_1) - z(u)), z the normal quantile, where the
/// spread s = (median - x_(1)) / -z(p_1) is that of the better half of all losses; beyond the
/// last one likewise with the worse half. One trial has the spread 1; without any the loss is z(u).
/// </remarks>
internal sealed class OwnQuantiles
{
    private readonly HistoryTrial[] _trials;
    private readonly double _lowSpread = 1;
    private readonly double _highSpread = 1;

    internal OwnQuantiles(IEnumerable<HistoryTrial> ranked)
    {
        _trials =
        [
            .. ranked.TakeWhile(trial => trial is
                { Status: ObservationStatus.Observed, Violation: 0 }),
        ];
        int count = _trials.Length;
        if (count < 2)
            return;
        double[] losses = [.. _trials.Select(trial => trial.Loss).Order()];
        double median = losses[(count - 1) / 2] / 2 + losses[count / 2] / 2;
        double end = PortableMath.NormalQuantile(Position(count - 1));
        _lowSpread = (median - losses[0]) / end;
        _highSpread = (losses[^1] - median) / end;
    }

    /// <summary>What stands at a quantile.</summary>
    internal (Resource Rung, double Loss) At(double quantile)
    {
        double normal = PortableMath.NormalQuantile(quantile);
        if (_trials.Length == 0)
            return (Resource.Zero, normal);
        HistoryTrial first = _trials[0];
        if (quantile <= Position(0))
            return (first.Rung, Beyond(first, 0, _lowSpread, normal));
        int last = _trials.Length - 1;
        if (quantile >= Position(last))
            return (_trials[last].Rung, Beyond(_trials[last], last, _highSpread, normal));
        double place = quantile * _trials.Length - 0.5;
        int index = Math.Clamp((int)place, 0, last - 1);
        HistoryTrial better = _trials[index];
        HistoryTrial worse = _trials[index + 1];
        double share = Math.Clamp(place - index, 0, 1);
        return (better.Rung, better.Rung == worse.Rung
            ? better.Loss * (1 - share) + worse.Loss * share
            : better.Loss);
    }

    private double Beyond(HistoryTrial trial, int index, double spread, double normal) =>
        trial.Loss + spread * (normal - PortableMath.NormalQuantile(Position(index)));

    private double Position(int index) => (index + 0.5) / _trials.Length;
}
