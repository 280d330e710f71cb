namespace ActorTune.Simulation.WhatIf;

/// <summary>
/// Answers what a recorded study would have cost and found under another trial scheduler and
/// another number of slots. The configurations are the recorded ones in their order: a sampler
/// that learns would have proposed others.
/// </summary>
public sealed class StudyWhatIf
{
    private readonly RecordedCurves _curves;
    private readonly StrategyOptions _options;
    private readonly WhatIfOptions _asked;
    private readonly IStrategyCatalog _catalog;
    private readonly StudySpecification _specification;
    private readonly RuleKind _kind;
    private readonly string _version;
    private readonly CurveValues _values;
    private readonly ReachedQuantities _reached;
    private readonly int _top;

    private StudyWhatIf(
        RecordedCurves curves,
        StrategyOptions scheduler,
        WhatIfOptions asked,
        IStrategyCatalog catalog)
    {
        _curves = curves;
        _options = scheduler;
        _asked = asked;
        _catalog = catalog;
        _specification = curves.Specification with
        {
            Scheduler = scheduler,
            MaxResource = new Resource(curves.FullResource),
        };
        _version = catalog.CreateScheduler(_specification).Version;
        _kind = RuleKinds.Of(_version, scheduler);
        _values = new CurveValues(curves, asked.RangeIn(_specification));
        _top = asked.Top ?? Math.Max(1, curves.All.Count / 10);
        _reached = new ReachedQuantities(curves, _values, _top);
    }

    /// <summary>Answers for one trial scheduler.</summary>
    /// <param name="curves">What was recorded.</param>
    /// <param name="scheduler">The trial scheduler.</param>
    /// <param name="options">Slots, range and whether to estimate.</param>
    /// <param name="catalog">The strategies; null: the standard ones.</param>
    /// <exception cref="InvalidStudyException">The trial scheduler's options are wrong.</exception>
    /// <exception cref="WhatIfException">The recording cannot answer it.</exception>
    public static WhatIfAnswer Of(
        RecordedCurves curves,
        StrategyOptions scheduler,
        WhatIfOptions? options = null,
        IStrategyCatalog? catalog = null)
    {
        WhatIfOptions asked = options ?? new WhatIfOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(asked.Slots, 1, nameof(options));
        if (curves.All.Count == 0)
            throw new WhatIfException("the study has no trials");
        if (!CanAnswer(scheduler))
            throw new WhatIfException(
                $"{scheduler.Name} needs more than the recorded curves of one objective");
        var question = new StudyWhatIf(
            curves, scheduler, asked, catalog ?? StandardStrategies.Instance);
        return question.Answer();
    }

    /// <summary>
    /// Whether the recorded curves of one objective say enough about a trial scheduler.
    /// </summary>
    /// <param name="scheduler">The trial scheduler.</param>
    public static bool CanAnswer(StrategyOptions scheduler) =>
        scheduler.Name is not ("mo-asha" or "pbt" or "pb2");

    private WhatIfAnswer Answer()
    {
        Replay replay = Play(null);
        Reach? reach = replay.Missing is null ? null : Trace();
        WhatIfQuantities bound = Bound(replay, reach);
        CurveEstimate? estimate = _asked.Draws < 1
            ? null
            : CurveEstimate.Of(_curves, _asked, completion => Exact(Play(completion), completion));
        return new WhatIfAnswer
        {
            Scheduler = _options,
            Version = _version,
            Slots = _asked.Slots,
            Bound = bound,
            Estimate = estimate?.Interval.Within(bound),
            Median = estimate?.Median.Within(bound),
            Unseen = reach?.Unseen ?? (IReadOnlyList<UnseenDecision>)
                (replay.Missing is { } missing ? [missing] : []),
            IsTraced = replay.Missing is null || reach is not null,
            AsksForMore = replay.AsksForMore || replay.Missing is not null,
        };
    }

    private WhatIfQuantities Bound(Replay replay, Reach? reach)
    {
        if (replay.Missing is null)
            return Exact(replay);
        return reach is not null
            ? Traced(reach)
            : UntracedQuantities.Of(_curves, _values, replay, _top);
    }

    private Replay Play(ICurveCompletion? completion) => Replay.Of(
        _curves,
        _values,
        _catalog.CreateScheduler(_specification),
        _kind,
        _asked.Slots,
        completion);

    // Who competes with whom does not depend on values, so any completion shows it.
    private Reach? Trace()
    {
        if (_kind is RuleKind.Other or RuleKind.Complete)
            return null;
        IReadOnlyList<BracketShape> shapes = BracketShape.Of(Play(new ConstantCompletion(0)));
        if (!Fits(shapes))
            return null;
        int factor = RuleKinds.ReductionFactor(_options);
        return _kind == RuleKind.Stopping
            ? StoppingReach.Of(_curves, _values, shapes[0], factor, _asked.Slots)
            : RungReach.Of(_curves, _values, shapes, factor, _asked.Slots);
    }

    /// <summary>
    /// Whether every trial reports at every rung, and the top one is the full resource.
    /// </summary>
    private bool Fits(IReadOnlyList<BracketShape> shapes)
    {
        long[] levels = [.. shapes.SelectMany(shape => shape.Levels).Distinct()];
        return shapes.All(shape => shape.Levels[^1] == _curves.FullResource)
            && _curves.All.All(curve =>
                (curve.End != CurveEnd.Returned || curve.Last >= _curves.FullResource)
                && levels.All(level => curve.ReportFrom(level, _curves.FullResource) == level));
    }

    private WhatIfQuantities Traced(Reach reach)
    {
        int finishing = _kind == RuleKind.Stopping ? 0 : _specification.Stop.FinishBest;
        int least = reach.Groups.Sum(group => group.Least);
        WhatIfQuantities found = _reached.Of(reach);
        return least >= Math.Max(1, finishing) ? found : Finishing(reach, found, finishing);
    }

    // Perhaps none is trained in full: then others are, or the best one stands lower.
    private WhatIfQuantities Finishing(Reach reach, WhatIfQuantities found, int finishing)
    {
        double longest = _curves.All.Max(curve => curve.UnitTime.TotalSeconds);
        double more = finishing * _curves.FullResource;
        bool mayFinish = finishing > 0;
        for (int trial = 0; trial < reach.Possibly.Length; trial++)
            reach.Possibly[trial] |= mayFinish;
        reach.Groups.Add(new FullyTrained(
            [.. Enumerable.Range(0, reach.Possibly.Length)], 0, finishing));
        return found with
        {
            Resource = found.Resource with { High = found.Resource.High + more },
            Seconds = found.Seconds with
            {
                High = found.Seconds.High + more * longest + finishing * longest,
            },
            Best = _values.Turn(UntracedQuantities.Best(_curves, _values)),
            Regret = UntracedQuantities.Regret(_curves, _values),
            MissedTop = _reached.MissedTop(reach),
        };
    }

    private WhatIfQuantities Exact(Replay replay, ICurveCompletion? completion = null)
    {
        ReachedQuantities reached = completion is null
            ? _reached
            : new ReachedQuantities(_curves, _values, _top, completion);
        var reach = new Reach(_curves.All.Count)
        {
            Resource = NumberBound.Of(replay.Spent),
            Ticks = NumberBound.Of(replay.Ticks),
        };
        int[] full = [.. replay.Trials
            .Where(trial => !trial.IsFailed && trial.Resource >= _curves.FullResource)
            .Select(trial => trial.Number)];
        reach.Complete(full);
        WhatIfQuantities found = reached.Of(reach);
        if (full.Length > 0)
            return found;
        ReplayedTrial? best = replay.Ranked().FirstOrDefault();
        return found with
        {
            Best = _values.Turn(NumberBound.Of(best?.Key ?? double.PositiveInfinity)),
            Regret = reached.RegretOf(best?.Number),
        };
    }
}
