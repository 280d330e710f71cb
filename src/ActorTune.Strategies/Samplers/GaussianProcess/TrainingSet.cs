using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>
/// The trials that a model learns from, in the order of their numbers: those observed at the
/// highest rung that at least d + 1 trials have reached, and those that failed.
/// </summary>
/// <remarks>
/// Trials that went beyond that rung belong to it, with their value at their own highest rung:
/// without them the best ones would be missing. Where no rung has d + 1 trials all count.
/// </remarks>
internal sealed class TrainingSet
{
    private TrainingSet(List<HistoryTrial> trials) => Trials = trials;

    /// <summary>The trials.</summary>
    internal IReadOnlyList<HistoryTrial> Trials { get; }

    /// <summary>How many trials there are.</summary>
    internal int Count => Trials.Count;

    /// <summary>The trials of a history that a model of some dimensions learns from.</summary>
    internal static TrainingSet Of(TrialHistory history, int dimensions)
    {
        long rung = RungOf(history, dimensions + 1);
        var trials = new List<HistoryTrial>();
        foreach (HistoryTrial? trial in history.Trials)
        {
            if (trial is { Status: ObservationStatus.Failed }
                || (trial is { Status: ObservationStatus.Observed } && trial.Rung.Units >= rung))
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

    private static long RungOf(TrialHistory history, int least)
    {
        long[] rungs = [.. history.Ranked
            .Where(trial => trial.Status == ObservationStatus.Observed)
            .Select(trial => trial.Rung.Units)
            .OrderDescending()];
        return rungs.Length >= least ? rungs[least - 1] : 0;
    }
}
