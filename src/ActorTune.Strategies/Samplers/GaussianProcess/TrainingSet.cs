using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The trials that a model learns from, in the order of their numbers: those observed at the
/// highest rung that at least d + 1 trials have reached, and those that failed.
/// </summary>
/// <remarks>
/// Trials that went beyond that rung belong to it, with their value at their own highest rung:
/// without them the best ones would be missing. Where no rung has d + 1 trials all count. Imported
/// trials count until as many own ones are observed as the start takes: a Gaussian process takes
/// every output at its word, and near the optimum those of another study contradict the own.
/// </remarks>
internal sealed class TrainingSet
{
    private TrainingSet(List<HistoryTrial> trials) => Trials = trials;

    /// <summary>The trials.</summary>
    internal IReadOnlyList<HistoryTrial> Trials { get; }

    /// <summary>How many trials there are.</summary>
    internal int Count => Trials.Count;

    /// <summary>The trials of a history that a model learns from.</summary>
    /// <param name="history">The trials.</param>
    /// <param name="dimensions">The number of parameters of the model.</param>
    /// <param name="startup">How many own trials make imported ones superfluous.</param>
    internal static TrainingSet Of(TrialHistory history, int dimensions, int startup)
    {
        bool isStarting = history.ObservedCount - history.ImportedCount < startup;
        HistoryTrial[] known =
            [.. history.Known.Where(trial => isStarting || !trial.IsImported)];
        long rung = RungOf(known, dimensions + 1);
        var trials = new List<HistoryTrial>();
        foreach (HistoryTrial trial in known)
        {
            if (trial.Status == ObservationStatus.Failed
                || (trial.Status == ObservationStatus.Observed && trial.Rung.Units >= rung))
                trials.Add(trial);
        }

        return new TrainingSet(trials);
    }

    /// <summary>
    /// A number of each trial, the worst of the observed ones where the trial failed.
    /// </summary>
    internal double[] Select(Func<HistoryTrial, double> number)
    {
        double worst = double.NegativeInfinity;
        foreach (HistoryTrial trial in Trials)
        {
            if (trial.Status == ObservationStatus.Observed)
                worst = Math.Max(worst, number(trial));
        }

        var numbers = new double[Count];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = Trials[i].Status == ObservationStatus.Observed
                ? number(Trials[i])
                : worst;
        return numbers;
    }

    private static long RungOf(HistoryTrial[] known, int least)
    {
        long[] rungs = [.. known
            .Where(trial => trial.Status == ObservationStatus.Observed)
            .Select(trial => trial.Rung.Units)
            .OrderDescending()];
        return rungs.Length >= least ? rungs[least - 1] : 0;
    }
}
