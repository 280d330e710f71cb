using ActorTune.Studies.Events;

namespace ActorTune.Analysis;

/// <summary>
/// The trials of a study that an analysis compares, by one objective, and how many were left out.
/// A trial counts where it was measured, whatever became of it since; failed and cancelled trials
/// do not. Constraints on outcomes are not looked at.
/// </summary>
public sealed class TrialTable
{
    private double[]? _values;
    private ParameterColumns? _columns;

    /// <summary>Creates a table of trials from anywhere.</summary>
    /// <param name="space">The space of their configurations.</param>
    /// <param name="objective">What their values are.</param>
    /// <param name="trials">The trials, in the order of their numbers.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public TrialTable(
        SearchSpace space, Objective objective, IReadOnlyList<AnalyzedTrial> trials)
    {
        if (trials.FirstOrDefault(trial => !double.IsFinite(trial.Value)) is { } odd)
            throw new ArgumentException($"The value of trial {odd.Number} is not finite.");
        Space = space;
        Objective = objective;
        Trials = trials;
    }

    /// <summary>The space of the configurations.</summary>
    public SearchSpace Space { get; }

    /// <summary>What the values are.</summary>
    public Objective Objective { get; }

    /// <summary>The trials, in the order of their numbers.</summary>
    public IReadOnlyList<AnalyzedTrial> Trials { get; }

    /// <summary>The one resource of all values; null where they may differ.</summary>
    public Resource? Resource { get; init; }

    /// <summary>How many trials failed or were cancelled: left out.</summary>
    public int FailedCount { get; init; }

    /// <summary>How many others have no value at that resource: left out.</summary>
    public int UnmeasuredCount { get; init; }

    /// <summary>
    /// How many trials have a value at each resource, the least resource first, failed and
    /// cancelled ones not counted.
    /// </summary>
    public IReadOnlyList<MeasuredResource> MeasuredResources { get; init; } = [];

    /// <summary>The values in the order of the trials.</summary>
    public IReadOnlyList<double> Values => ValueSpan.ToArray();

    internal ReadOnlySpan<double> ValueSpan =>
        _values ??= [.. Trials.Select(trial => trial.Value)];

    internal ParameterColumns Columns => _columns ??= new ParameterColumns(Space, Trials);

    /// <summary>Takes the first objective's values out of a study.</summary>
    /// <param name="state">The study.</param>
    /// <param name="selection">Which values; null: those at the highest resource.</param>
    public static TrialTable Of(StudyState state, TrialSelection? selection = null) =>
        MeasuredTrials.Of(state).Select(state, selection ?? TrialSelection.AtHighestResource);

    /// <summary>Takes the values of any objective out of a study.</summary>
    /// <param name="state">The study.</param>
    /// <param name="objective">One of its objectives.</param>
    /// <param name="measurements">All its measurements, as its journal tells them.</param>
    /// <param name="selection">Which values; null: those at the highest resource.</param>
    public static TrialTable Of(
        StudyState state,
        Objective objective,
        IEnumerable<MeasurementReported> measurements,
        TrialSelection? selection = null) =>
        MeasuredTrials.Of(state, objective, measurements)
            .Select(state, selection ?? TrialSelection.AtHighestResource);

    /// <summary>The value as something to minimise.</summary>
    internal double Minimized(int trial) =>
        Objective.Direction == Direction.Minimize ? ValueSpan[trial] : -ValueSpan[trial];
}
