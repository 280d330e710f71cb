using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>
/// The global search and the local ones: whose turn it is, where a local one begins, and which
/// ends because another one does its work (Wang et al., ICLR 2021, as FLAML has it).
/// </summary>
internal sealed class SearchThreads(BlendSpace space, Func<LocalSearch> create)
{
    private readonly List<LocalThread> _locals = [];

    /// <summary>The local searches in the order in which they began.</summary>
    internal IReadOnlyList<LocalThread> Locals => _locals;

    /// <summary>The cost and the best of the global search.</summary>
    internal SearchProgress Global { get; set; } = new();

    /// <summary>How many global trials have not been judged.</summary>
    internal int GlobalPendingCount { get; set; }

    /// <summary>The best value of all.</summary>
    internal double Best { get; set; } = double.PositiveInfinity;

    /// <summary>How many local searches began.</summary>
    internal int BegunCount { get; set; }

    /// <summary>
    /// Whose turn it is: the search of the greatest priority, null for the global one; and the
    /// local search of the greatest priority, null where there is none.
    /// </summary>
    /// <remarks>
    /// A priority is the value that a search promises to have reached, negated, after the cost at
    /// which the quickest of them improves. Between equals, as before any improvement, it is the
    /// local search's turn unless it has cost more than the global one.
    /// </remarks>
    internal (LocalThread? Chosen, LocalThread? Backup) Choose()
    {
        double cost = Global.CostOfImprovement(Best);
        foreach (LocalThread local in _locals)
            cost = Math.Min(cost, local.Progress.CostOfImprovement(Best));
        LocalThread? backup = null;
        double greatest = 0;
        foreach (LocalThread local in _locals)
        {
            double priority = cost * local.Progress.Speed - local.Progress.Best;
            bool isOpen = local.PendingCount < 2 * Math.Max(1, space.Free);
            if (isOpen && (backup is null || priority > greatest))
                (backup, greatest) = (local, priority);
        }

        double own = cost * Global.Speed - Global.Best;
        bool isAhead = backup is not null
            && (greatest > own
                || (greatest.Equals(own) && backup.Progress.Cost <= Global.Cost));
        return (isAhead ? backup : null, backup);
    }

    /// <summary>
    /// Gives those that have not improved yet the greatest speed of all. They keep it while others
    /// slow down, and so come to their turn.
    /// </summary>
    internal void GiveSpeeds()
    {
        double most = Global.Speed;
        foreach (LocalThread local in _locals)
            most = Math.Max(most, local.Progress.Speed);
        Global = Global.Given(most);
        foreach (LocalThread local in _locals)
            local.Progress = local.Progress.Given(most);
    }

    /// <summary>
    /// Whose a configuration is that is being started: of the search whose turn it is where that
    /// can have made it, or of the one that waits for it as an opposite.
    /// </summary>
    /// <returns>A local search, or null for the global one.</returns>
    internal LocalThread? OwnerOf(Configuration configuration)
    {
        foreach (LocalThread local in _locals)
        {
            if (local.Search.Opposites.Contains(configuration))
                return local;
        }

        LocalThread? backup = Choose().Backup;
        return backup is not null && space.MayMove(
            backup.Search.Place.Incumbent, configuration, backup.Search.Place.Step)
            ? backup
            : null;
    }

    /// <summary>The local search of a number; null where it has ended.</summary>
    internal LocalThread? Find(int id) => _locals.Find(local => local.Id == id);

    /// <summary>
    /// Begins a local search at a global trial if there is none, or if the trial is better than
    /// the median of their bests.
    /// </summary>
    /// <returns>Whether it begins.</returns>
    internal bool Begin(JudgedTrial judged)
    {
        double value = judged.Value!.Value;
        if (_locals.Count > 0 && !(value < Median()))
            return false;
        LocalSearch search = create();
        search.Place = search.Place with
        {
            Incumbent = judged.Trial.Configuration,
            IsStartGiven = true,
            Standing = judged.Standing,
            JudgedCount = 1,
            BestAt = 1,
        };
        Add(new LocalThread(++BegunCount, search, SearchProgress.Begin(judged.Cost, value)));
        return true;
    }

    internal void Add(LocalThread local) => _locals.Add(local);

    /// <summary>
    /// Ends what a trial of a local search has made superfluous: searches that come together, and
    /// the search itself where it has converged.
    /// </summary>
    /// <returns>Whether it has converged.</returns>
    internal bool Clean(LocalThread local)
    {
        _locals.RemoveAll(other => other != local && IsInferior(other, local));
        bool hasConverged = local.Search.HasConverged;
        if (hasConverged || _locals.Exists(other => other != local && IsInferior(local, other)))
            _locals.Remove(local);
        return hasConverged;
    }

    // No better than the other one was before its last step, and within that one's reach.
    private bool IsInferior(LocalThread local, LocalThread other) =>
        !(local.Progress.Best < other.Progress.Second)
        && space.IsWithin(
            other.Search.Place.Incumbent, local.Search.Place.Incumbent, other.Search.Place.Step);

    private double Median()
    {
        double[] sorted = [.. _locals.Select(local => local.Progress.Best).Order()];
        return sorted[(sorted.Length - 1) / 2] / 2 + sorted[sorted.Length / 2] / 2;
    }
}
