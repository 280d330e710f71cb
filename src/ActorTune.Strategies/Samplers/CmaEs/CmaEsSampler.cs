using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// CMA-ES with margin for numbers, CatCMA for choices. It never waits: trials are drawn from the
/// present distribution, which moves whenever as many results as the population are in. With many
/// trials in flight the results of the generations before are ranked again with the new ones.
/// </summary>
internal sealed class CmaEsSampler : ISampler
{
    // How often a solution that breaks a constraint is drawn again before any draw will do.
    private const int MostDraws = 100;

    private readonly CmaSpace _space;
    private readonly CmaEsOptions _options;
    private readonly ulong _seed;
    private readonly TrialHistory _history;
    private readonly RestartPlan _plan;
    private readonly SortedList<int, Solution> _members = [];
    private readonly SortedSet<int> _results = [];
    private readonly RecentSolutions _recent = new();
    private readonly EvenNumbers _numbers;
    private readonly double[] _drawn;
    private CmaSearch _search;
    private bool _isBegun;

    // What follows from the rest: the distribution before the first draw, and the last draw.
    private bool _isStale;
    private (int Trial, Solution? Solution, Configuration Configuration)? _last;

    internal CmaEsSampler(StudySpecification specification, CmaEsOptions options)
    {
        _space = new CmaSpace(specification.SearchSpace);
        _options = options;
        _seed = specification.Seed;
        _history = new TrialHistory(specification.SearchSpace, specification.Objectives);
        int population = options.Population > 0
            ? options.Population
            : CmaWeights.DefaultPopulation(_space.Dimensions);
        _plan = new RestartPlan(options.Restarts, population, options.Sigma, _seed);
        _search = new CmaSearch(_space, options, _plan);
        _numbers = new EvenNumbers(_space.Dimensions, _seed);
        _drawn = new double[_space.Dimensions];
    }

    /// <inheritdoc/>
    public string Version => "cma-es/2";

    /// <inheritdoc/>
    public Suggestion Suggest(in SuggestionRequest request)
    {
        Prepare();
        return new Suggestion.Suggested(Draw(request.Trial.Value).Configuration);
    }

    /// <inheritdoc/>
    public void Observe(in TrialChange change)
    {
        if (change.Kind == TrialChangeKind.Started)
            Enter(change.Trial.Value, change.Configuration!);
        if (_history.Observe(change) is not { } trial)
            return;
        _isStale |= !_isBegun;
        if (trial.Status == ObservationStatus.Ignored)
            Forget(trial.Number);
        else if (trial.Status != ObservationStatus.Pending && _members.ContainsKey(trial.Number))
            _results.Add(trial.Number);
        if (_isBegun && _results.Count >= _plan.Population)
            EndGeneration();
    }

    /// <inheritdoc/>
    public void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("trials");
        _history.Save(writer);
        writer.WriteBoolean("begun", _isBegun);
        _plan.Save(writer);
        if (_isBegun)
            _search.Save(writer);
        SolutionText.Write(writer, _members, _results, _recent);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public void Load(JsonElement state) => SavedState.Read(Version, state, saved =>
    {
        _history.Load(saved.GetProperty("trials"));
        _isBegun = saved.GetProperty("begun").GetBoolean();
        _plan.Load(saved);
        _search = new CmaSearch(_space, _options, _plan);
        if (_isBegun)
            _search.Load(saved);
        _isStale = !_isBegun;
        SolutionText.Read(saved, _space, _members, _results, _recent);
    });

    // Until the first draw is started the distribution follows the results that come in.
    private void Prepare()
    {
        if (!_isStale)
            return;
        _isStale = false;
        _last = null;
        if (!_options.StartsWarm)
            return;
        _search = new CmaSearch(_space, _options, _plan);
        WarmStart.Apply(_space, _history, _search);
    }

    private (int Trial, Solution? Solution, Configuration Configuration) Draw(int trial)
    {
        if (_last is { } last && last.Trial == trial)
            return last;
        var chance = RandomStream.For(_seed, StreamName.Sampler, trial, 0);
        for (int draw = 0; draw < MostDraws; draw++)
        {
            if (draw == 0)
                _numbers.Fill(trial, chance, _drawn);
            else
                EvenNumbers.Draw(chance, _drawn);
            Solution solution = _search.Draw(_drawn, chance);
            Configuration configuration = _space.Decode(solution.Place, solution.Choices);
            if (!_space.Space.Allows(configuration))
                continue;
            _last = (trial, solution, configuration);
            return _last.Value;
        }

        _last = (trial, null, _space.Space.Draw(chance));
        return _last.Value;
    }

    // A trial that the present distribution would draw alike belongs to the present generation.
    private void Enter(int trial, Configuration configuration)
    {
        Prepare();
        var drawn = Draw(trial);
        bool isOwn = drawn.Solution is not null && drawn.Configuration.Equals(configuration);
        _members[trial] = isOwn ? drawn.Solution! : _space.Encode(configuration);
        if (!isOwn || _isBegun)
            return;
        _isBegun = true;

        // What was known before the first draw is in the warm start, or was not wanted.
        foreach (int known in _results)
            _members.Remove(known);
        _results.Clear();
    }

    private void Forget(int trial)
    {
        _members.Remove(trial);
        _results.Remove(trial);
    }

    private void EndGeneration()
    {
        KeyValuePair<int, Solution>[] generation =
            [.. _results.Select(trial => KeyValuePair.Create(trial, _members[trial]))];
        foreach (int trial in _results)
            _members.Remove(trial);
        _results.Clear();
        _recent.Trim(_members.Count, _plan.Population);
        _recent.Add(generation);
        RankedSolution[] ranked = _recent.Rank(
            _history, _plan.Population, out HistoryTrial best, out HistoryTrial worst);
        _search.Update(ranked, best, worst);
        _last = null;
        _plan.Spend();
        if (_search.IsConverged && _plan.Next() is { } chance)
            Restart(chance);
    }

    // Trials of the start before say nothing about this one.
    private void Restart(RandomStream chance)
    {
        _members.Clear();
        _recent.Clear();
        _search = new CmaSearch(_space, _options, _plan);
        for (int i = 0; i < _search.Gaussian.Mean.Length; i++)
            _search.Gaussian.Mean[i] = chance.NextOpenDouble();
        _search.Gaussian.KeepMargins();
    }
}
