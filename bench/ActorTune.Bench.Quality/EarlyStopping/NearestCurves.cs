using ActorTune.Spaces;
using ActorTune.Strategies;

namespace ActorTune.Bench.Quality.EarlyStopping;

/// <summary>
/// A sampler over the space of the recorded configurations: what it suggests becomes the nearest
/// one in the unit cube that was not tried yet (the lower number on ties), and that is what it is
/// told to have been started.
/// </summary>
internal sealed class NearestCurves(CurveTable table, ISampler sampler) : ICurveSource
{
    private readonly SortedSet<int> _untried = [.. Enumerable.Range(0, table.Points.Count)];

    public (int Curve, Configuration Configuration)? Next(in SuggestionRequest request)
    {
        if (sampler.Suggest(request) is not Suggestion.Suggested suggested)
            return null;
        double[] point = table.Space.Encode(suggested.Configuration);
        int nearest = _untried.MinBy(row => Distance(point, table.Points[row]));
        _untried.Remove(nearest);
        return (nearest, table.Configurations[nearest]);
    }

    public void Observe(in TrialChange change) => sampler.Observe(change);

    private static double Distance(double[] one, double[] other)
    {
        double sum = 0;
        for (int i = 0; i < one.Length; i++)
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        return sum;
    }
}
