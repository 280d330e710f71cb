namespace ActorTune.Coordinator.Projections;

/// <summary>How a study stands: what screens and embedders show.</summary>
public sealed record StudySummary
{
    /// <summary>The study.</summary>
    public required StudyId Study { get; init; }

    /// <summary>All that defines it.</summary>
    public required StudySpecification Specification { get; init; }

    /// <summary>Where it stands.</summary>
    public required StudyPhase Phase { get; init; }

    /// <summary>Why it ends or ended; null before that.</summary>
    public required EndReason? EndReason { get; init; }

    /// <summary>The last event taken in.</summary>
    public required SequenceNumber Head { get; init; }

    /// <summary>How many trials there are in each status.</summary>
    public required IReadOnlyDictionary<TrialStatus, int> Counts { get; init; }

    /// <summary>How many trials were started.</summary>
    public required int TrialCount { get; init; }

    /// <summary>How many measurements stand.</summary>
    public required long MeasurementCount { get; init; }

    /// <summary>Resource spent, repeated resource included.</summary>
    public required long SpentResource { get; init; }

    /// <summary>Resource spent again after restarts.</summary>
    public required long RepeatedResource { get; init; }

    /// <summary>How long coordinators worked on it.</summary>
    public required TimeSpan ActiveTime { get; init; }

    /// <summary>The best trial, or null.</summary>
    public required TrialSummary? Best { get; init; }

    /// <summary>The trials that run.</summary>
    public required IReadOnlyList<TrialSummary> Running { get; init; }

    /// <summary>The rungs of all brackets.</summary>
    public required IReadOnlyList<RungSummary> Rungs { get; init; }

    /// <summary>Describes a state at a time.</summary>
    public static StudySummary Of(StudyState state, DateTimeOffset now)
    {
        var counts = new SortedDictionary<TrialStatus, int>();
        foreach (TrialState trial in state.Trials)
            counts[trial.Status] = counts.GetValueOrDefault(trial.Status) + 1;
        bool isActive = state.Phase is StudyPhase.Running or StudyPhase.Ending;
        return new StudySummary
        {
            Study = state.Specification.Study,
            Specification = state.Specification,
            Phase = state.Phase,
            EndReason = state.Phase == StudyPhase.Running ? null : state.EndReason,
            Head = state.Head,
            Counts = counts,
            TrialCount = state.Trials.Count,
            MeasurementCount = state.MeasurementCount,
            SpentResource = state.SpentResource,
            RepeatedResource = state.RepeatedResource,
            ActiveTime = isActive && now > state.Now
                ? state.ActiveTime + (now - state.Now)
                : state.ActiveTime,
            Best = BestTrials.Best(state) is { } best ? TrialSummary.Of(best) : null,
            Running = [.. state.Running.Select(number => TrialSummary.Of(state.Trial(number)))],
            Rungs = state.Scheduler.Rungs(),
        };
    }
}
