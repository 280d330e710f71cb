using ActorTune.Randomness;

namespace ActorTune.Strategies.Samplers.Cfo;

/// <summary>
/// FLOW2 (Wu, Wang and Huang, AAAI 2021): directions from the incumbent and their opposites, with
/// steps that shrink where nothing better is found, and a new start where they are too small.
/// </summary>
/// <remarks>
/// After K trials of a start, m more than at the last change of the step or, before any, at which
/// the best was found, the step is multiplied by sqrt((K - m) / K); a better trial takes the last
/// change back.
/// </remarks>
internal sealed class LocalSearch
{
    private const int MostDoublings = 3;
    private static readonly StreamName Starts = new("cfo-start");
    private static readonly StreamName OtherSides = new("cfo-opposite");

    private readonly SearchSpace _space;
    private readonly ulong _seed;
    private readonly LocalMoves _moves;
    private readonly double _firstStep;
    private readonly double _leastStep;
    private readonly int _patience;

    internal LocalSearch(SearchSpace space, ulong seed, CfoOptions options)
    {
        _space = space;
        _seed = seed;
        _moves = new LocalMoves(space);
        _leastStep = _moves.LeastStep;
        _firstStep = Math.Min(
            _moves.Root, Math.Max(options.Step * _moves.Root, 2 * _leastStep));
        _patience = options.Patience > 0
            ? options.Patience
            : Math.Max(2, 1 << Math.Min(MostDoublings, _moves.Free));
        Place = Begin(0, 0);
    }

    /// <summary>Whether it ends where another search would begin anew.</summary>
    /// <value>Default: no.</value>
    internal bool IsOneStart { get; init; }

    /// <summary>Whether it has ended.</summary>
    internal bool HasConverged { get; private set; }

    /// <summary>Where the search stands.</summary>
    internal SearchPlace Place { get; set; }

    /// <summary>Other sides to be tried of directions that were no better, oldest first.</summary>
    internal List<Configuration> Opposites { get; } = [];

    /// <summary>
    /// The trial's configuration when it is the one so many places after the next.
    /// </summary>
    internal Configuration Suggest(int place, RandomStream chance)
    {
        if (place == 0 && !Place.IsStartGiven)
            return Place.Incumbent;
        return place < Opposites.Count
            ? Opposites[place]
            : _moves.Forward(Place.Incumbent, Place.Step, chance);
    }

    /// <summary>Takes in that a configuration is tried.</summary>
    internal LocalTrial Start(int number, Configuration configuration)
    {
        if (configuration.Equals(Place.Incumbent))
            Place = Place with { IsStartGiven = true };
        bool isOpposite = Opposites.Remove(configuration);
        return new LocalTrial(number, Place.Round, Place.Centre, isOpposite, configuration);
    }

    /// <summary>Takes in what became of a trial.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="standing">What it is worth; null where it failed.</param>
    internal void Judge(LocalTrial trial, Standing? standing)
    {
        if (trial.Round != Place.Round)
            return;
        Place = Place with { JudgedCount = Place.JudgedCount + 1 };
        if (standing is { } value && IsBest(value))
            MoveTo(trial, value);
        else if (trial.Centre == Place.Centre)
            Miss(trial);
    }

    private bool IsBest(Standing standing) =>
        Place.Standing is not { } best || standing.IsBetterThan(best);

    private void MoveTo(LocalTrial trial, Standing standing)
    {
        double growth = Place.ShrunkAt > 0
            ? Math.Sqrt((double)Place.ShrunkAt / Place.ShrunkBefore)
            : 1;
        bool isNew = !trial.Configuration.Equals(Place.Incumbent);
        if (isNew)
            Opposites.Clear();
        Place = Place with
        {
            Incumbent = trial.Configuration,
            IsStartGiven = true,
            Standing = standing,
            Centre = isNew ? Place.Centre + 1 : Place.Centre,
            MissCount = 0,
            BestAt = Place.JudgedCount,
            Step = Math.Min(_moves.Root, Place.Step * growth),
        };
    }

    private void Miss(LocalTrial trial)
    {
        Place = Place with { MissCount = Place.MissCount + 1 };
        if (Place.MissCount >= _patience)
        {
            if (Place.Step < _leastStep)
            {
                End();
                return;
            }

            Shrink();
        }

        RandomStream chance = RandomStream.For(_seed, OtherSides, trial.Number, 0);
        if (!trial.IsOpposite
            && _moves.Opposite(Place.Incumbent, trial.Configuration, chance) is { } opposite)
            Opposites.Add(opposite);
    }

    private void End()
    {
        Opposites.Clear();
        if (IsOneStart)
            HasConverged = true;
        else
            Place = Begin(Place.Round + 1, Place.Centre + 1);
    }

    private void Shrink()
    {
        int before = Place.ShrunkAt > 0 ? Place.ShrunkAt : Math.Max(1, Place.BestAt);
        int now = Place.JudgedCount + 1;
        Place = Place with
        {
            ShrunkBefore = before,
            ShrunkAt = now,
            MissCount = Math.Max(0, Place.MissCount - 2),
            Step = Place.Step * Math.Sqrt((double)before / now),
        };
    }

    private SearchPlace Begin(int round, int centre)
    {
        RandomStream chance = RandomStream.For(_seed, Starts, 0, round);
        return new SearchPlace
        {
            Round = round,
            Centre = centre,
            Incumbent = round == 0 ? _moves.Start(chance) : _space.Draw(chance),
            Step = _firstStep,
        };
    }
}
