using ActorTune.Strategies;

namespace ActorTune.Studies.Forks;

/// <summary>
/// Tells a strategy of a trial from before it was made: its start, its measurements, its
/// promotions beyond the rungs that it passed, and where it stands.
/// </summary>
internal sealed class TrialRetelling
{
    private readonly StudySpecification _specification;
    private readonly Dictionary<BracketIndex, long[]> _levels = [];

    /// <summary>Creates it for the rungs of a trial scheduler.</summary>
    /// <param name="specification">The study.</param>
    /// <param name="scheduler">Whose rungs say where decisions were due.</param>
    internal TrialRetelling(StudySpecification specification, ITrialScheduler scheduler)
    {
        _specification = specification;
        foreach (IGrouping<BracketIndex, RungSummary> bracket in
            scheduler.Rungs().GroupBy(rung => rung.Bracket))
            _levels[bracket.Key] = [.. bracket.Select(rung => rung.Level.Units).Order()];
    }

    /// <summary>The resource of the first decision above another resource, or null.</summary>
    internal Resource? NextLevel(BracketIndex bracket, Resource above)
    {
        foreach (long level in LevelsOf(bracket))
        {
            if (level > above.Units)
                return new Resource(level);
        }

        return _specification.MaxResource is { } most && most > above ? most : null;
    }

    /// <summary>Whether a trial's last measurement is one on which the rule decides.</summary>
    internal bool IsDue(TrialState trial)
    {
        Resource before = trial.Count > 1 ? trial[trial.Count - 2].Resource : Resource.Zero;
        return NextLevel(trial.Bracket, before) is { } level && trial.Resource >= level;
    }

    /// <summary>Tells one trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="observe">Who is told.</param>
    /// <param name="lastAlone">
    /// Whether only the last measurement is told: the further objectives and the constraints are
    /// known there alone.
    /// </param>
    /// <param name="isUndecided">Whether the last measurement still waits for its answer.</param>
    internal void Tell(
        TrialState trial,
        Action<TrialChange> observe,
        bool lastAlone = false,
        bool isUndecided = false)
    {
        Resource? until = NextLevel(trial.Bracket, Resource.Zero);
        observe(Start(trial, until));
        if (lastAlone || trial.ReusedFrom is not null)
            TellLast(trial, observe);
        else
            until = TellAll(trial, until, observe);
        if (Standing(trial) is { } standing)
            observe(Change(standing, trial));
        else if (trial.Count > 0 && !isUndecided)
            observe(Promoted(trial, trial.Until ?? until));
    }

    private static TrialChange Start(TrialState trial, Resource? until) => new(
        TrialChangeKind.Started,
        trial.Number,
        trial.Bracket,
        until ?? Resource.Zero,
        0,
        false,
        trial.Configuration)
    {
        Parent = trial.Parent?.Trial,
    };

    // Running ones and those that wait to be tried again go on. Nothing is left to promote to for
    // one that was paused at the full resource.
    private TrialChangeKind? Standing(TrialState trial) => trial.Status switch
    {
        TrialStatus.Paused when _specification.MaxResource is { } most && trial.Resource >= most =>
            TrialChangeKind.Completed,
        TrialStatus.Paused => TrialChangeKind.Paused,
        TrialStatus.Stopped => TrialChangeKind.Stopped,
        TrialStatus.Completed => TrialChangeKind.Completed,
        TrialStatus.Failed => TrialChangeKind.Failed,
        TrialStatus.Cancelled => TrialChangeKind.Cancelled,
        _ => null,
    };

    private Resource? TellAll(TrialState trial, Resource? until, Action<TrialChange> observe)
    {
        double reduced = 0;
        for (int i = 0; i < trial.Count; i++)
        {
            (Resource resource, double value) = trial[i];
            reduced = ReducedValues.After(
                _specification.Objective, trial.Values[..(i + 1)], reduced);
            TrialChange measured = Change(TrialChangeKind.Measured, trial) with
            {
                Resource = resource,
                Value = reduced,
                IsDecisionPoint = until is { } due && resource >= due,
                Unreduced = Unreduced(value),
            };
            observe(measured);
            if (measured.IsDecisionPoint)
                until = NextLevel(trial.Bracket, resource);
            if (measured.IsDecisionPoint && i + 1 < trial.Count)
                observe(Promoted(trial, until) with { Value = reduced });
        }

        return until;
    }

    private void TellLast(TrialState trial, Action<TrialChange> observe)
    {
        if (trial.Count == 0)
            return;
        observe(Change(TrialChangeKind.Measured, trial) with
        {
            IsDecisionPoint = true,
            Unreduced = Unreduced(trial[trial.Count - 1].Value),
        });
    }

    private double? Unreduced(double value) =>
        _specification.Objective.Reduce.Kind == ReductionKind.Last ? null : value;

    private static TrialChange Promoted(TrialState trial, Resource? until) =>
        Change(TrialChangeKind.Promoted, trial) with { Resource = until ?? Resource.Zero };

    private long[] LevelsOf(BracketIndex bracket) => _levels.GetValueOrDefault(bracket, []);

    private static TrialChange Change(TrialChangeKind kind, TrialState trial) => new(
        kind, trial.Number, trial.Bracket, trial.Resource, trial.ReducedValue, false, null)
    {
        Outcome = trial.Outcome,
        Seconds = trial.RunTime.TotalSeconds,
    };
}
