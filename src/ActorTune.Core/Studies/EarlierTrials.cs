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
        return Take(
            earlier.Specification.Study,
            [.. BestTrials.Rank(earlier).Select(trial =>
                (trial.Number, trial.Configuration, trial.Resource))],
            space);
    }

    /// <summary>
    /// Finds those of some trials that fit a new study, ranked by its objective and constraints.
    /// </summary>
    /// <param name="source">A name for where they come from; their numbers are positions.</param>
    /// <param name="trials">The trials.</param>
    /// <param name="specification">The new study; it has one objective.</param>
    public static EarlierTrials Find(
        StudyId source, IReadOnlyList<EarlierTrial> trials, StudySpecification specification)
    {
        Objective objective = specification.Objective;
        var measured = trials
            .Select((trial, index) => (
                Number: new TrialNumber(index),
                Trial: trial,
                Value: Measured(trial, objective.Metric),
                Violation: Violation(trial, specification.Constraints)))
            .Where(one => double.IsFinite(one.Value) && double.IsFinite(one.Violation))
            .OrderBy(one => one.Violation > 0)
            .ThenByDescending(one => one.Trial.Resource)
            .ThenBy(one => objective.Direction == Direction.Minimize ? one.Value : -one.Value)
            .ThenBy(one => one.Number)
            .Select(one => (one.Number, one.Trial.Configuration, one.Trial.Resource));
        return Take(source, [.. measured], specification.SearchSpace);
    }

    // Best first.
    private static EarlierTrials Take(
        StudyId source,
        IReadOnlyList<(TrialNumber Number, Configuration Configuration, Resource Resource)> ranked,
        SearchSpace space)
    {
        var fitting = ranked.Where(trial => space.Check(trial.Configuration).Count == 0).ToArray();
        var imported = new TrialImported[fitting.Length];
        for (int i = 0; i < fitting.Length; i++)
        {
            imported[^(i + 1)] = new TrialImported(
                source,
                fitting[i].Number,
                fitting[i].Configuration,
                fitting[i].Resource,
                (i + 0.5) / fitting.Length);
        }

        return new EarlierTrials(source, ranked.Count, imported);
    }

    private static double Violation(
        EarlierTrial trial, IReadOnlyList<OutcomeConstraint> constraints)
    {
        double worst = 0;
        foreach (OutcomeConstraint constraint in constraints)
            worst = Math.Max(worst, constraint.Violation(Measured(trial, constraint.Metric)));
        return worst;
    }

    private static double Measured(EarlierTrial trial, string metric) =>
        trial.Metrics.Find(metric) ?? double.NaN;

    /// <summary>What is told to the person who starts the new study.</summary>
    public override string ToString() => Trials.Count == MeasuredCount
        ? string.Create(
            CultureInfo.InvariantCulture, $"started from {Trials.Count} trials of {Study}")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"started from {Trials.Count} trials of {Study}: {MeasuredCount - Trials.Count} more ")
            + "do not fit this search space";
}
