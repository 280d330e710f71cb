using ActorTune.Studies.Events;

namespace ActorTune.Simulation.WhatIf;

/// <summary>The curves of a study's trials, in the order of their numbers.</summary>
public sealed class RecordedCurves
{
    /// <summary>Creates the curves of a study.</summary>
    /// <param name="specification">The study.</param>
    /// <param name="curves">One for each trial, by number.</param>
    public RecordedCurves(
        StudySpecification specification, IReadOnlyList<RecordedCurve> curves)
    {
        Specification = specification;
        All = curves;
        long longest = 1;
        foreach (RecordedCurve curve in curves)
            longest = Math.Max(longest, curve.Last);
        FullResource = specification.MaxResource?.Units ?? longest;
    }

    /// <summary>The recorded study.</summary>
    public StudySpecification Specification { get; }

    /// <summary>The curves by trial number.</summary>
    public IReadOnlyList<RecordedCurve> All { get; }

    /// <summary>The resource of a fully trained trial.</summary>
    public long FullResource { get; }

    /// <summary>How many trials have unseen measurements below the full resource.</summary>
    public int CutCount => All.Count(IsCut);

    /// <summary>Which part of all resource up to the full one was not seen.</summary>
    public double UnseenShare
    {
        get
        {
            double unseen = 0;
            double all = 0;
            foreach (RecordedCurve curve in All)
            {
                bool isCut = IsCut(curve);
                unseen += isCut ? FullResource - curve.Last : 0;
                all += isCut ? FullResource : curve.Last;
            }

            return all > 0 ? unseen / all : 0;
        }
    }

    /// <summary>Takes the curves from a folded journal.</summary>
    /// <param name="state">The study.</param>
    /// <exception cref="WhatIfException">Its trials were started from each other.</exception>
    public static RecordedCurves Of(StudyState state)
    {
        if (state.Trials.FirstOrDefault(trial => trial.Parent is not null) is { } child)
            throw new WhatIfException(
                $"trial {child.Number} was started from another one: what it would have measured "
                + "by itself is not known");
        TimeSpan usual = UsualUnitTime(state);
        return new RecordedCurves(
            state.Specification, [.. state.Trials.Select(trial => Curve(trial, usual))]);
    }

    internal bool IsCut(RecordedCurve curve) =>
        curve.End == CurveEnd.Cut && curve.Last < FullResource;

    private static RecordedCurve Curve(TrialState trial, TimeSpan usual)
    {
        var resources = new long[trial.Count];
        var values = new double[trial.Count];
        for (int i = 0; i < trial.Count; i++)
            (resources[i], values[i]) = (trial[i].Resource.Units, trial[i].Value);
        return new RecordedCurve(resources, values, EndOf(trial))
        {
            Configuration = trial.Configuration,
            UnitTime = UnitTime(trial) ?? usual,
        };
    }

    // A lost worker or a person says nothing about the curve: it could have gone on.
    private static CurveEnd EndOf(TrialState trial) => trial.Status switch
    {
        TrialStatus.Failed when trial.LastEnd is not AttemptEnd.LostWorker => CurveEnd.Failed,
        TrialStatus.Completed when trial.LastEnd == AttemptEnd.Returned => CurveEnd.Returned,
        _ => CurveEnd.Cut,
    };

    private static TimeSpan? UnitTime(TrialState trial) =>
        trial.Resource.Units > 0 && trial.RunTime > TimeSpan.Zero
            ? trial.RunTime / trial.Resource.Units
            : null;

    private static TimeSpan UsualUnitTime(StudyState state)
    {
        TimeSpan[] known = [.. state.Trials.Select(UnitTime).OfType<TimeSpan>().Order()];
        return known.Length == 0 ? TimeSpan.FromSeconds(1) : known[known.Length / 2];
    }
}
