using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The models of a study, one of the objective and one of each constraint: fits them as
/// observations come in, and makes them ready for a suggestion.
/// </summary>
/// <remarks>
/// A fit is due after n / 50 changes, n the number of trials, and beyond 200 trials after n / 10.
/// Every n / 10 trials, at least ten, it is a review: the default starts and the neighbouring
/// bends of the outputs are tried as well. While trials are
/// imported a fit is due after n / 4 of them.
/// </remarks>
internal sealed class StudyModels
{
    private const int BestCount = 5;

    // What counts as an improvement, in deviations of the noise: with less the search stays where
    // noise was kind.
    private const double LeastGain = 0.5;

    private readonly StudySpecification _specification;
    private readonly ModelSpace _space;
    private readonly int _startup;
    private readonly FactorMemo[] _memos;
    private readonly Dictionary<int, ModelPoint> _points = [];

    internal StudyModels(StudySpecification specification, ModelSpace space, int startup)
    {
        _specification = specification;
        _space = space;
        _startup = startup;
        int models = 1 + specification.Constraints.Count;
        State = new GaussianProcessState(models, ParameterPosterior.CountOf(space));
        _memos = new FactorMemo[models];
        for (int model = 0; model < models; model++)
            _memos[model] = new FactorMemo();
    }

    /// <summary>What is saved of the models.</summary>
    internal GaussianProcessState State { get; }

    private int Objectives => _specification.Objectives.Count;

    /// <summary>Fits the models if a fit is due.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="isImport">Whether the last of them was imported.</param>
    internal void Fit(TrialHistory history, bool isImport)
    {
        TrainingSet set = SetOf(history);
        int n = set.Count;
        int interval = isImport ? n / 4 : n > ParameterFit.ManyPoints ? n / 10 : n / 50;
        if (State[0] is not null && State.Age < interval)
            return;
        bool isReview = State[0] is null || n < State.ReviewedCount
            || n >= State.ReviewedCount + Math.Max(10, n / 10);
        ModelPoint[] points = [.. set.Trials.Select(PointOf)];
        FitObjective(set, points, isReview ? 1 : 0);
        for (int c = 0; c < _specification.Constraints.Count; c++)
        {
            State[c + 1] = ParameterFit.Of(
                _space, points, ConstraintOutputs.Of(set, c).Outputs, State[c + 1], isReview).Logs;
        }

        State.Age = 0;
        if (isReview)
            State.ReviewedCount = n;
    }

    /// <summary>The acquisition for a trial's suggestion.</summary>
    internal ReadyModels Ready(TrialHistory history, int trial)
    {
        TrainingSet set = SetOf(history);
        List<HistoryTrial> known = [.. set.Trials];
        known.AddRange(history.Pending.Select(number => history.Trials[number]!));
        List<ModelPoint> points = [.. known.Select(PointOf)];
        var bounds = new double[_specification.Constraints.Count];
        Posterior[] constraints = Constraints(set, points, bounds);
        Posterior objective = Objective(set, points, trial);
        double[] means = [.. points.Select(objective.Mean)];
        double[] excesses = Excesses(known, points, constraints, bounds);
        int[] order = [.. Enumerable.Range(0, points.Count)
            .OrderBy(i => excesses[i]).ThenBy(i => means[i])];
        bool isFeasible = excesses[order[0]] <= 0;
        return new ReadyModels(
            new AcquisitionFunction(
                isFeasible ? objective : null,
                means[order[0]] - LeastGain * Math.Sqrt(objective.Parameters.ExtraNoise),
                constraints,
                bounds),
            [.. order.Take(BestCount).Select(i => points[i])],
            points);
    }

    private TrainingSet SetOf(TrialHistory history) =>
        TrainingSet.Of(history, _space.Parameters.Length, _startup);

    private Posterior[] Constraints(TrainingSet set, List<ModelPoint> points, double[] bounds)
    {
        var constraints = new Posterior[bounds.Length];
        for (int c = 0; c < constraints.Length; c++)
        {
            (double[] outputs, bounds[c]) = ConstraintOutputs.Of(set, c);
            constraints[c] = _memos[c + 1].Model(_space, State[c + 1]!, points, outputs);
        }

        return constraints;
    }

    private Posterior Objective(TrainingSet set, List<ModelPoint> points, int trial)
    {
        double[] logs = State[0]!;
        double[] weights = Objectives == 1
            ? []
            : ChebyshevWeights.Draw(_specification.Seed, trial, Objectives);
        double[] outputs = Outputs(set, weights, State.Bend).Outputs;
        if (Objectives > 1)
            logs = ParameterFit.Of(
                _space, points.GetRange(0, set.Count), outputs, logs, false).Logs;
        return _memos[0].Model(_space, logs, points, outputs);
    }

    private void FitObjective(TrainingSet set, ModelPoint[] points, int reach)
    {
        double[] weights = Objectives == 1 ? [] : ChebyshevWeights.Equal(Objectives);
        int centre = State.Bend;
        double[]? last = State[0];
        double least = double.PositiveInfinity;
        int high = Math.Min(OutputTransform.Bends.Length - 1, centre + reach);
        for (int bend = Math.Max(0, centre - reach); bend <= high; bend++)
        {
            (double[] outputs, double jacobian) = Outputs(set, weights, bend);
            (double[] logs, double value) = ParameterFit.Of(
                _space, points, outputs, last, reach > 0 && bend == centre);
            if (State[0] is not null && !(value - jacobian < least))
                continue;
            least = value - jacobian;
            State[0] = logs;
            State.Bend = bend;
        }
    }

    private (double[] Outputs, double LogJacobian) Outputs(
        TrainingSet set, double[] weights, int bend) => OutputTransform.Of(
        weights.Length == 0
            ? set.Select(trial => trial.Loss)
            : ChebyshevWeights.Apply(set, weights),
        OutputTransform.Bends[bend]);

    // By how much constraints are violated: as measured, or as the means of a pending trial say.
    private static double[] Excesses(
        List<HistoryTrial> known, List<ModelPoint> points, Posterior[] constraints, double[] bounds)
    {
        var excesses = new double[known.Count];
        for (int i = 0; i < excesses.Length; i++)
        {
            excesses[i] = known[i].Violation;
            bool isObserved = known[i].Status == ObservationStatus.Observed;
            for (int c = 0; c < constraints.Length && !isObserved; c++)
                excesses[i] += Math.Max(0, constraints[c].Mean(points[i]) - bounds[c]);
        }

        return excesses;
    }

    private ModelPoint PointOf(HistoryTrial trial)
    {
        if (_points.TryGetValue(trial.Number, out ModelPoint? known))
            return known;
        ModelPoint point = _space.Settle(trial.Point);
        _points.Add(trial.Number, point);
        return point;
    }
}
