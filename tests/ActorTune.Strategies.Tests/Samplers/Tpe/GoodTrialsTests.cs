using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.Tpe;

public sealed class GoodTrialsTests
{
    private static readonly TpeOptions Many = new() { MostGood = int.MaxValue };

    [Fact]
    public void Fronts_come_whole_and_the_last_by_hypervolume()
    {
        // Trials 0 and 1 dominate all; 2 to 5 form the second front, 4 spans most of it.
        double[][] outcomes =
        [
            [0, 1], [1, 0], [2, 9], [3, 8.9], [4, 3], [9, 2],
            .. Enumerable.Range(0, 19).Select(i => new[] { 10.0 + i, 10.0 + i }),
        ];

        Assert.Equal([0, 1, 4], Good(Histories.OfOutcomes(outcomes)));
    }

    private static int[] Good(TrialHistory history) =>
        [.. GoodTrials.Of(history, Many).Select(trial => trial.Number)];
}
