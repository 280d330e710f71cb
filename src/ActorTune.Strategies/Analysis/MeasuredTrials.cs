using ActorTune.Studies.Events;

namespace ActorTune.Analysis;

/// <summary>The measurements of one objective by trial, and the choice among them.</summary>
internal sealed class MeasuredTrials
{
    private readonly Objective _objective;
    private readonly List<(Resource Resource, double Value)>[] _measured;

    private MeasuredTrials(Objective objective, int trialCount)
    {
        _objective = objective;
        _measured = new List<(Resource, double)>[trialCount];
        for (int i = 0; i < trialCount; i++)
            _measured[i] = [];
    }

    internal static MeasuredTrials Of(StudyState state)
    {
        var measured = new MeasuredTrials(state.Objective, state.Trials.Count);
        foreach (TrialState trial in state.Trials)
        {
            for (int i = 0; i < trial.Count; i++)
                measured._measured[trial.Number.Value].Add(trial[i]);
        }

        return measured;
    }

    internal static MeasuredTrials Of(
        StudyState state, Objective objective, IEnumerable<MeasurementReported> measurements)
    {
        var measured = new MeasuredTrials(objective, state.Trials.Count);
        foreach (MeasurementReported report in measurements)
        {
            if (report.Metrics.Find(objective.Metric) is { } value && double.IsFinite(value))
                measured._measured[report.Attempt.Trial.Value].Add((report.Resource, value));
        }

        return measured;
    }

    internal TrialTable Select(StudyState state, TrialSelection selection)
    {
        // A result that was taken over is not measured twice.
        TrialState[] own = [.. state.Trials.Where(trial => trial.ReusedFrom is null)];
        TrialState[] counted = [.. own.Where(trial =>
            trial.Status is not (TrialStatus.Failed or TrialStatus.Cancelled))];
        MeasuredResource[] resources = [.. Resources(counted)];
        Resource? at = selection switch
        {
            TrialSelection.Given given => given.Resource,
            TrialSelection.Any => null,
            _ => resources.Length > 0 ? resources[^1].Resource : Resource.Zero,
        };
        AnalyzedTrial[] trials =
            [.. counted.Select(trial => Find(trial, at)).OfType<AnalyzedTrial>()];
        return new TrialTable(state.Specification.SearchSpace, _objective, trials)
        {
            Resource = at,
            FailedCount = own.Length - counted.Length,
            UnmeasuredCount = counted.Length - trials.Length,
            MeasuredResources = resources,
        };
    }

    private IEnumerable<MeasuredResource> Resources(TrialState[] counted)
    {
        var counts = new SortedDictionary<Resource, int>();
        foreach (TrialState trial in counted)
        {
            foreach ((Resource resource, _) in _measured[trial.Number.Value])
                counts[resource] = counts.GetValueOrDefault(resource) + 1;
        }

        return counts.Select(pair => new MeasuredResource(pair.Key, pair.Value));
    }

    private AnalyzedTrial? Find(TrialState trial, Resource? at)
    {
        List<(Resource Resource, double Value)> measured = _measured[trial.Number.Value];
        int place = at is { } resource
            ? measured.FindIndex(one => one.Resource == resource)
            : measured.Count - 1;
        return place < 0
            ? null
            : new AnalyzedTrial(
                trial.Number,
                trial.Configuration,
                measured[place].Resource,
                Reduce(measured, place));
    }

    /// <summary>The objective's reduction, as it stood at a measurement.</summary>
    private double Reduce(List<(Resource Resource, double Value)> measured, int place)
    {
        switch (_objective.Reduce.Kind)
        {
            case ReductionKind.Last:
                return measured[place].Value;
            case ReductionKind.Best:
                double best = measured[0].Value;
                for (int i = 1; i <= place; i++)
                    best = _objective.IsBetter(measured[i].Value, best) ? measured[i].Value : best;
                return best;
            default:
                int from = Math.Max(0, place + 1 - _objective.Reduce.Window);
                double sum = 0;
                for (int i = from; i <= place; i++)
                    sum += measured[i].Value;
                return sum / (place + 1 - from);
        }
    }
}
