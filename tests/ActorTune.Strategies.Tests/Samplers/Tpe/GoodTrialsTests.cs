using ActorTune.Strategies.MultiObjective;
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

    [Fact]
    public void The_greedy_subset_is_that_of_trying_every_next_trial()
    {
        double[][] outcomes = [.. Enumerable.Range(0, 40).Select(i => new[]
        {
            Math.Cos(i * 0.04), 1 - Math.Sin(i * 0.04) + i * 7 % 5 * 1e-3, i * 13 % 40 / 40.0,
        })];
        TrialHistory history = Histories.OfOutcomes(outcomes);
        HistoryTrial[] front = [.. history.Trials.Select(trial => trial!)];
        double[] reference = [.. Enumerable.Range(0, 3).Select(
            i => 1.1 * outcomes.Max(outcome => outcome[i]))];
        var expected = new List<int>();
        for (int step = 0; step < 5; step++)
            expected.Add(Enumerable.Range(0, 40).Except(expected).MaxBy(i => Hypervolume.Of(
                [.. expected.Append(i).Select(j => outcomes[j])], reference)));

        Assert.Equal(
            expected, NonDominatedFronts.Best(front, 5).Select(trial => trial.Number));
    }

    private static int[] Good(TrialHistory history) =>
        [.. GoodTrials.Of(history, Many).Select(trial => trial.Number)];
}
