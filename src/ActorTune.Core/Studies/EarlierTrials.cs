using ActorTune.Studies.Events;

namespace ActorTune.Studies;

/// <summary>What a new study takes over from an earlier one.</summary>
/// <param name="Study">The earlier study.</param>
/// <param name="MeasuredCount">How many of its trials were measured and did not fail.</param>
/// <param name="Trials">
/// Those of them that fit the new search space, worst first, so that the best count as youngest.
/// </param>
public sealed record EarlierTrials(
    StudyId Study, int MeasuredCount, IReadOnlyList<TrialImported> Trials)
{
    /// <summary>Finds the trials of an earlier study that fit a new search space.</summary>
    /// <remarks>
    /// Only configurations that fit as they are: one that lacks a parameter or has another one was
    /// measured on something else. The i-th best of n gets the quantile (i - 1/2) / n.
    /// </remarks>
    /// <param name="earlier">The earlier study, ended or not.</param>
    /// <param name="space">The new search space.</param>
    public static EarlierTrials Find(StudyState earlier, SearchSpace space)
    {
        IReadOnlyList<TrialState> ranked = BestTrials.Rank(earlier);
        TrialState[] fitting =
            [.. ranked.Where(trial => space.Check(trial.Configuration).Count == 0)];
        var imported = new TrialImported[fitting.Length];
        for (int i = 0; i < fitting.Length; i++)
        {
            imported[^(i + 1)] = new TrialImported(
                earlier.Specification.Study,
                fitting[i].Number,
                fitting[i].Configuration,
                fitting[i].Resource,
                (i + 0.5) / fitting.Length);
        }

        return new EarlierTrials(earlier.Specification.Study, ranked.Count, imported);
    }

    /// <summary>What is told to the person who starts the new study.</summary>
    public override string ToString() => Trials.Count == MeasuredCount
        ? string.Create(
            CultureInfo.InvariantCulture, $"started from {Trials.Count} trials of {Study}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"started from {Trials.Count} trials of {Study}: {MeasuredCount - Trials.Count} more ")
            + "do not fit this search space";
}
