using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Rungs;

namespace ActorTune.Strategies.Schedulers.Hyperband;

/// <summary>The options of <c>hyperband</c>.</summary>
internal sealed record HyperbandOptions
{
    /// <summary>
    /// r, R and eta: <c>min-resource</c>, <c>max-resource</c>, <c>reduction-factor</c>.
    /// </summary>
    /// <value>Defaults: 1, the study's max-resource, 3.</value>
    internal required ResourceOptions Resources { get; init; }

    /// <summary>
    /// <c>mode</c>: <c>asynchronous</c> brackets are promotion ASHA and never wait (Li et al.,
    /// MLSys 2020); <c>synchronous</c> ones are the algorithm as published (Li et al., JMLR 2018).
    /// </summary>
    /// <value>Default: asynchronous.</value>
    internal bool IsSynchronous { get; init; }

    /// <summary>The brackets by s, from 0 to s_max = floor(log_eta(R / r)).</summary>
    internal required IReadOnlyList<BracketPlan> Brackets { get; init; }

    internal static HyperbandOptions Read(
        StrategyOptionReader reader, StudySpecification specification)
    {
        string mode = reader.Choice("mode", "asynchronous", "asynchronous", "synchronous");
        ResourceOptions resources = ResourceOptions.Read(reader, specification);
        var brackets = new List<BracketPlan>();
        int most = resources.IsUsable
            ? RungLevels.MaxRungs(resources.Min, resources.Max, resources.ReductionFactor)
            : -1;
        for (int s = 0; s <= most; s++)
        {
            BracketPlan? plan = BracketPlan.OfHyperband(
                resources.Min, resources.Max, resources.ReductionFactor, s);
            if (plan is null)
            {
                reader.Refuse("min-resource", string.Create(
                    CultureInfo.InvariantCulture,
                    $"{resources.Min} to {resources.Max} needs a bracket of more than "
                    + $"{int.MaxValue} trials; raise min-resource"));
                break;
            }

            brackets.Add(plan);
        }

        return new HyperbandOptions
        {
            Resources = resources,
            IsSynchronous = mode == "synchronous",
            Brackets = brackets.Count > 0 ? brackets : [new BracketPlan([1], [1])],
        };
    }
}
