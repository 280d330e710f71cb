using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>What a blended search knows: its searches, its region, and who is on the way.</summary>
/// <remarks>
/// A trial is judged once, at its first decision point or its end, like those of <c>cfo</c>. Whose
/// it is follows from its configuration, so that enqueued ones and those that were suggested some
/// trials earlier find their place too.
/// </remarks>
internal sealed class BlendedSearch
{
    // Violations count before losses; the number is FLAML's penalty.
    private const double Penalty = 1e10;
    private const double MostValue = 1e290;

    private readonly SearchSpace _space;
    private readonly double _sign;
    private readonly bool _countsSeconds;
    private readonly Func<LocalSearch> _create;
    private readonly SortedDictionary<int, BlendTrial> _live = [];

    internal BlendedSearch(
        StudySpecification specification, BlendSearchOptions options, Configuration start)
    {
        _space = specification.SearchSpace;
        _sign = specification.Objectives[0].Direction == Direction.Minimize ? 1 : -1;
        _countsSeconds = options.CountsSeconds;
        _create = () => new LocalSearch(_space, specification.Seed, options.Local)
        {
            IsOneStart = true,
        };
        Threads = new SearchThreads(new BlendSpace(_space), _create);
        Region = new AdmissibleRegion(_space, start);
    }

    /// <summary>The searches.</summary>
    internal SearchThreads Threads { get; }

    /// <summary>Where the global one may try.</summary>
    internal AdmissibleRegion Region { get; }

    /// <summary>One more than the greatest number of a trial.</summary>
    internal int StartedCount { get; private set; }

    /// <summary>Takes in that a configuration is tried.</summary>
    internal void Start(int number, Configuration configuration)
    {
        StartedCount = Math.Max(StartedCount, number + 1);
        if (Threads.OwnerOf(configuration) is { } owner)
        {
            Region.Reach(configuration);
            _live[number] = new BlendTrial(owner.Id, owner.Search.Start(number, configuration));
        }
        else
        {
            Region.Relax(configuration);
            _live[number] = new BlendTrial(
                0, new LocalTrial(number, 0, 0, IsOpposite: false, configuration));
        }

        Count(_live[number].Thread, 1);
    }

    /// <summary>Takes in what happens to a trial.</summary>
    internal void Follow(in TrialChange change)
    {
        if (!_live.TryGetValue(change.Trial.Value, out BlendTrial? live))
            return;
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                live.Trial.IsMeasured = true;
                if (change.IsDecisionPoint)
                    Judge(live, change, isFailure: false);
                break;
            case TrialChangeKind.Paused or TrialChangeKind.Stopped or TrialChangeKind.Completed:
                if (live.Trial.IsMeasured)
                    Judge(live, change, isFailure: false);
                else
                    Leave(live);
                break;
            case TrialChangeKind.Failed:
                Judge(live, change, isFailure: true);
                break;
            case TrialChangeKind.Cancelled:
                Leave(live);
                break;
        }
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteNumber("started", StartedCount);
        BlendSearchText.Write(writer, _space, Threads);
        writer.WritePropertyName("region");
        Region.Save(writer);
        writer.WriteStartArray("live");
        foreach (BlendTrial live in _live.Values)
            BlendSearchText.Write(writer, _space, live);
        writer.WriteEndArray();
    }

    internal void Load(JsonElement saved)
    {
        StartedCount = saved.GetProperty("started").GetInt32();
        BlendSearchText.Read(saved, _space, Threads, _create);
        Region.Load(saved.GetProperty("region"));
        foreach (JsonElement element in saved.GetProperty("live").EnumerateArray())
        {
            BlendTrial live = BlendSearchText.ReadTrial(element, _space);
            _live.Add(live.Trial.Number, live);
            Count(live.Thread, 1);
        }
    }

    private void Leave(BlendTrial live)
    {
        _live.Remove(live.Trial.Number);
        Count(live.Thread, -1);
    }

    private void Judge(BlendTrial live, in TrialChange change, bool isFailure)
    {
        LocalThread? local = Threads.Find(live.Thread);
        int pending = live.Thread == 0 ? Threads.GlobalPendingCount : local?.PendingCount ?? 0;
        Leave(live);
        Standing? standing = isFailure
            ? null
            : new Standing(change.Outcome?.TotalViolation ?? 0, _sign * change.Value);
        double? value = standing is { } known
            ? Math.Clamp(known.Loss + Penalty * known.Violation, -MostValue, MostValue)
            : null;
        Threads.Best = Math.Min(Threads.Best, value ?? double.PositiveInfinity);
        var judged = new JudgedTrial(live.Trial, standing, value, CostOf(change), pending);
        if (live.Thread == 0)
            JudgeGlobal(judged);
        else if (local is not null)
            JudgeLocal(local, judged);
        Threads.GiveSpeeds();
        Region.Settle();
    }

    private void JudgeGlobal(JudgedTrial judged)
    {
        Threads.Global = Threads.Global.With(judged.Cost, judged.Value, judged.Pending);
        if (judged.Standing is { Violation: 0 } && Threads.Begin(judged))
            Region.Reach(judged.Trial.Configuration);
    }

    private void JudgeLocal(LocalThread local, JudgedTrial judged)
    {
        local.Search.Judge(judged.Trial, judged.Standing);
        local.Progress = local.Progress.With(judged.Cost, judged.Value, judged.Pending);
        if (Threads.Clean(local))
            Region.Widen();
    }

    private double CostOf(in TrialChange change)
    {
        double resource = Math.Max(1, change.Resource.Units);
        return _countsSeconds && change.Seconds > 0 ? change.Seconds : resource;
    }

    private void Count(int thread, int change)
    {
        if (thread == 0)
            Threads.GlobalPendingCount += change;
        else if (Threads.Find(thread) is { } local)
            local.PendingCount += change;
    }
}
