using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>Generations of a population that are told what trials do.</summary>
internal sealed class GenerationStudy
{
    private readonly SearchSpace _space;
    private readonly TrialHistory _history;
    private readonly Generations _generations;

    internal GenerationStudy(SearchSpace space, int population)
    {
        _space = space;
        _history = new TrialHistory(space, [new Objective("f", Direction.Minimize)]);
        _generations = new Generations(_history, population, new CrowdingSurvival());
    }

    internal int Count => _generations.Count;

    internal int[] Parents() => [.. _generations.Parents.Select(trial => trial.Number).Order()];

    internal void Finish(int trial, double value) =>
        Observe(TrialChangeKind.Measured, trial, value);

    internal void Observe(TrialChangeKind kind, int trial, double value)
    {
        HistoryTrial? changed = _history.Observe(new TrialChange(
            kind,
            new TrialNumber(trial),
            default,
            new Resource(1),
            value,
            kind == TrialChangeKind.Measured,
            kind == TrialChangeKind.Started ? _space.Decode([trial / 10.0]) : null));
        if (changed is not null)
            _generations.Observe(changed);
    }
}
