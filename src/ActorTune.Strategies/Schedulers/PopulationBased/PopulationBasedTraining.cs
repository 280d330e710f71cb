namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>
/// Trains a population side by side. At every interval a trial is compared with the others: one in
/// the bottom quantile stops, and a child goes on from the checkpoint of one in the top quantile
/// with a perturbed configuration (Jaderberg et al., "Population based training of neural
/// networks", 2017, in the asynchronous form of Ray Tune).
/// </summary>
/// <remarks>
/// A member's value is that of its latest comparison, whatever its resource. With fewer slots than
/// members all take turns, whoever has come least far first.
/// </remarks>
/// <param name="version">The rule's name and version.</param>
/// <param name="objective">What members are compared by.</param>
/// <param name="space">The search space.</param>
/// <param name="seed">The study's seed.</param>
/// <param name="options">The options.</param>
/// <param name="exploration">How a child's configuration comes from its donor's.</param>
internal sealed class PopulationBasedTraining(
    string version,
    Objective objective,
    SearchSpace space,
    ulong seed,
    PopulationOptions options,
    IExploration exploration)
    : ITrialScheduler
{
    private readonly Population _population = new(objective, options);
    private int _startedCount;
    private int _founderCount;
    private int _vacancyCount;

    // The answer while nothing changes.
    private NextAction.StartNew? _child;

    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public bool JudgesEveryReport => false;

    private bool IsCrowded => _vacancyCount > 0 || _founderCount < options.Population
        || _population.HasPaused;

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        _child = null;
        if (change.Kind == TrialChangeKind.Started)
            Start(change);
        else if (_population.Find(change.Trial) is { } member)
            Observe(member, change);
    }

    /// <inheritdoc/>
    public SchedulerDecision OnMeasurement(in TrialChange measured)
    {
        if (measured.Resource.Units >= options.Max)
            return SchedulerDecision.Complete(new DecisionReason(Version, Value: measured.Value));
        if (_population.Find(measured.Trial) is not { Value: not null } member)
            return SchedulerDecision.Continue(
                options.After(measured.Resource),
                new DecisionReason(Version, Value: measured.Value));
        DecisionReason reason = _population.Judge(member, Version).Reason;
        if (member.Status == MemberStatus.Beaten)
            return SchedulerDecision.Stop(reason);
        return IsCrowded
            ? SchedulerDecision.Pause(reason)
            : SchedulerDecision.Continue(options.After(measured.Resource), reason);
    }

    /// <inheritdoc/>
    public NextAction Next(bool mayStart)
    {
        if (mayStart && _vacancyCount > 0 && _population.HasDonor)
            return _child ??= Child();
        if (mayStart && _founderCount < options.Population)
            return new NextAction.StartNew(default, options.After(Resource.Zero));
        if (_population.Laggard() is { } laggard)
            return new NextAction.Promote(
                laggard.Trial,
                options.After(laggard.Resource),
                new DecisionReason(Version, Value: laggard.Value));
        bool isDone = _founderCount >= options.Population && !_population.HasLive;
        return isDone ? NextAction.Finished : NextAction.Wait;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RungEntry> Explain(BracketIndex bracket, int rung) => [];

    /// <inheritdoc/>
    public IReadOnlyList<RungSummary> Rungs() => [];

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("started", _startedCount);
        writer.WriteNumber("founders", _founderCount);
        writer.WriteNumber("vacancies", _vacancyCount);
        writer.WriteStartArray("members");
        foreach (Member member in _population.Members)
            member.Save(writer, space);
        writer.WriteEndArray();
        exploration.Save(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _startedCount = saved.GetProperty("started").GetInt32();
        _founderCount = saved.GetProperty("founders").GetInt32();
        _vacancyCount = saved.GetProperty("vacancies").GetInt32();
        foreach (JsonElement member in saved.GetProperty("members").EnumerateArray())
            _population.Add(Member.Load(member, space));
        exploration.Load(saved);
    });

    private NextAction.StartNew Child()
    {
        Member donor = _population.Donor(seed, _startedCount)!;
        return new NextAction.StartNew(default, options.After(donor.Resource))
        {
            Donor = donor.Trial,
            Configuration = exploration.Explore(donor, _startedCount, _population.Members),
        };
    }

    private void Start(in TrialChange change)
    {
        _startedCount++;
        if (change.Parent is null)
            _founderCount++;
        else
            _vacancyCount--;
        var member = new Member(change.Trial, change.Configuration!);
        _population.Add(member);
        exploration.Start(member, change.Parent);
    }

    private void Observe(Member member, in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Measure(member, change);
                break;
            case TrialChangeKind.Paused:
                member.Status = MemberStatus.Paused;
                break;
            case TrialChangeKind.Promoted or TrialChangeKind.Continued:
                member.Status = MemberStatus.Running;
                break;
            case TrialChangeKind.Stopped when member.Status == MemberStatus.Beaten:
                Remove(member);
                _vacancyCount++;
                break;
            case TrialChangeKind.Stopped:
                member.Status = MemberStatus.Stopped;
                break;
            case TrialChangeKind.Completed or TrialChangeKind.Failed or TrialChangeKind.Cancelled:
                Remove(member);
                break;
        }
    }

    private void Remove(Member member)
    {
        _population.Remove(member.Trial);
        exploration.Remove(member.Trial);
    }

    private void Measure(Member member, in TrialChange change)
    {
        member.Resource = change.Resource;
        if (!change.IsDecisionPoint)
            return;
        member.Value = change.Value;
        exploration.Compare(member);
        bool isFull = change.Resource.Units >= options.Max;
        if (!isFull && _population.Judge(member, Version).IsBeaten)
            member.Status = MemberStatus.Beaten;
    }
}
