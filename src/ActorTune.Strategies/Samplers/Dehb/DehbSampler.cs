using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.Evolutionary;

namespace ActorTune.Strategies.Samplers.Dehb;

/// <summary>
/// DEHB (Awad, Mallik and Hutter, IJCAI 2021): differential evolution with a population for every
/// rung, so that what was learnt at little resource seeds the search at more.
/// </summary>
/// <remarks>
/// A trial starts at the rung of its first decision and competes there with the member whose turn
/// it is. Where the paper makes another child at the next rung, the trial scheduler promotes trials
/// of this one; a promoted trial competes there with the worst member.
/// </remarks>
internal sealed class DehbSampler : ISampler
{
    private static readonly StreamName Stream = new("dehb");
    private static readonly StreamName Inactive = new("dehb-inactive");

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly double _sign;
    private readonly DehbOptions _options;
    private readonly DehbState _state;

    internal DehbSampler(StudySpecification specification, DehbOptions options)
    {
        _space = specification.SearchSpace;
        _seed = specification.Seed;
        _sign = specification.Objective.Direction == Direction.Minimize ? 1 : -1;
        _options = options;
        _state = new DehbState(options);
    }

    /// <inheritdoc/>
    public string Version => "dehb/1";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        RandomStream chance = RandomStream.For(_seed, Stream, request.Trial.Value, request.Ordinal);
        long rung = DehbState.RungOf(request.Until ?? Resource.Zero);
        Subpopulation own = _state.At(rung);
        int turn = _state.TurnOf(request.Trial.Value, own);
        if (own.IsFull)
            return Child(own.Members, turn, rung, chance);
        return _state.Below(rung) is { IsFull: true } lower
            ? Child(lower.Best(own.Size), turn, rung, chance)
            : new Suggestion.Suggested(_space.Draw(chance));
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Started)
            Start(change);
        else if (change.Kind != TrialChangeKind.Imported
            && _state.Find(change.Trial.Value) is { } trial)
            Follow(trial, change);
    }

    private void Follow(LiveTrial trial, in TrialChange change)
    {
        switch (change.Kind)
        {
            case TrialChangeKind.Measured:
                Measure(trial, change);
                break;
            case TrialChangeKind.Continued or TrialChangeKind.Promoted:
                trial.Until = DehbState.RungOf(change.Resource);
                trial.Target = -1;
                break;
            case TrialChangeKind.Paused:
                break;
            case TrialChangeKind.Stopped or TrialChangeKind.Completed:
                _state.Finish(trial);
                break;
            default:
                _state.End(trial);
                break;
        }
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer) => _state.Save(writer);

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(
        Version, state, saved => _state.Load(saved, _space.Dimensions));

    private void Start(in TrialChange change)
    {
        int number = change.Trial.Value;
        double[] point = _space.Encode(change.Configuration!);

        // An inactive parameter gets a place of its own, so that it has something to inherit.
        RandomStream chance = RandomStream.For(_seed, Inactive, number, 0);
        for (int i = 0; i < point.Length; i++)
        {
            double drawn = chance.NextDouble();
            if (!change.Configuration!.Contains(_space.Parameters[i].Name))
                point[i] = drawn;
        }

        _state.Start(number, point, DehbState.RungOf(change.Resource));
    }

    private void Measure(LiveTrial trial, in TrialChange change)
    {
        bool isRung = change.IsDecisionPoint && trial.Until != DehbState.OwnEnd;
        trial.Latest = new Member(
            trial.Number,
            change.Outcome?.TotalViolation ?? 0,
            isRung ? trial.Until : change.Resource.Units,
            _sign * change.Value,
            trial.Point);
        if (isRung)
            _state.Enter(trial);
    }

    private Suggestion Child(
        IReadOnlyList<Member> members, int turn, long rung, RandomStream chance)
    {
        Member target = members[turn % members.Count];
        List<double[]> parents =
            [.. members.Where(member => member != target).Select(member => member.Point)];
        if (parents.Count < 3 && _state.Below(rung) is { } lower)
            parents.AddRange(lower.Best(3 - parents.Count).Select(member => member.Point));
        return new Suggestion.Suggested(Genes.Allowed(_space, chance, () =>
            DifferentialVariation.Child(target.Point, parents, _options, chance)));
    }
}
