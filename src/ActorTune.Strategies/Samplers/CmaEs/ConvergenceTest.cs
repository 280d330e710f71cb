using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// When a start has nothing more to find: the tests TolFun, TolX, NoEffectCoord and ConditionCov
/// (Hansen, arXiv:1604.00772, appendix B.3), for a cube whose sides are 1.
/// </summary>
internal sealed class ConvergenceTest
{
    private const double LeastRange = 1e-12;
    private const double LeastStep = 1e-12;
    private const double MostCondition = 1e14;

    private readonly double _firstSigma;
    private readonly int _span;
    private readonly List<double> _bests = [];
    private readonly List<double> _worsts = [];

    internal ConvergenceTest(RestartPlan plan, int size)
    {
        _firstSigma = plan.Sigma;
        _span = 10 + (30 * size + plan.Population - 1) / plan.Population;
    }

    /// <summary>Takes in the losses of a generation, failed trials as what they are.</summary>
    internal void Add(HistoryTrial best, HistoryTrial worst)
    {
        Add(_bests, best);
        Add(_worsts, worst);
    }

    internal bool Holds(GaussianSearch gaussian, int generation)
    {
        if (gaussian.Mean.Length == 0)
            return IsFlat(generation);
        (double least, double greatest) = gaussian.Covariance.Axes();
        return IsFlat(generation)
            || greatest / least > MostCondition
            || IsTooNarrow(gaussian)
            || HasNoEffect(gaussian);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        NumberText.Write(writer, "bests", [.. _bests]);
        NumberText.Write(writer, "worsts", [.. _worsts]);
    }

    internal void Load(JsonElement saved)
    {
        foreach (JsonElement number in saved.GetProperty("bests").EnumerateArray())
            _bests.Add(number.GetDouble());
        foreach (JsonElement number in saved.GetProperty("worsts").EnumerateArray())
            _worsts.Add(number.GetDouble());
    }

    private void Add(List<double> values, HistoryTrial trial)
    {
        values.Add(trial.Status == ObservationStatus.Observed ? trial.Loss : double.MaxValue);
        if (values.Count > _span)
            values.RemoveAt(0);
    }

    private bool IsFlat(int generation) =>
        generation > _span && _worsts.Max() - _bests.Min() < LeastRange;

    private bool IsTooNarrow(GaussianSearch gaussian)
    {
        double bound = LeastStep * _firstSigma;
        for (int i = 0; i < gaussian.Mean.Length; i++)
        {
            if (gaussian.Sigma * Math.Sqrt(gaussian.Covariance.Variance(i)) >= bound
                || gaussian.Sigma * Math.Abs(gaussian.CovariancePath[i]) >= bound)
                return false;
        }

        return true;
    }

    private static bool HasNoEffect(GaussianSearch gaussian)
    {
        for (int i = 0; i < gaussian.Mean.Length; i++)
        {
            double mean = gaussian.Mean[i];
            double deviation = gaussian.Sigma * Math.Sqrt(gaussian.Covariance.Variance(i))
                * gaussian.Stretch[i];
            if ((mean + 0.2 * deviation).Equals(mean))
                return true;
        }

        return false;
    }
}
