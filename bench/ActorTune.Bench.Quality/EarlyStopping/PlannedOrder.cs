using ActorTune.Spaces;
using ActorTune.Strategies;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>Curves in the order of the plan, whatever was measured.</summary>
internal sealed class PlannedOrder(CurvePlan plan) : ICurveSource
{
    public (int Curve, Configuration Configuration)? Next(in SuggestionRequest request) =>
        (plan.Order[request.Trial.Value], Configuration.Empty);

    public void Observe(in TrialChange change)
    {
    }
}
