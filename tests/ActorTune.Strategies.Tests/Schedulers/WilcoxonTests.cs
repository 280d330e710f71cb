using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.Wilcoxon;

namespace ActorTune.Strategies.Schedulers;

public sealed class WilcoxonTests
{
    [Theory]
    [InlineData("1 2 3", 0.125)]
    [InlineData("1 -2 3 4 5", 0.09375)]
    [InlineData("1 1 -1 2 2 -3", 0.3125)]
    [InlineData("0 0 1 2 3", 0.09375)]
    [InlineData("0 0 0 0", 0.6875)]
    [InlineData("-1 -2 -3 4", 0.6875)]
    [InlineData("0.5 1.5 2.5 3.5 4.5 -6 7 8", 0.0546875)]
    public void Exact_tails_count_all_signs(string differences, double expected) =>
        Assert.Equal(expected, SignedRankTest.UpperTail(Numbers(differences)));

    [Fact]
    public void Exact_tails_are_those_of_plain_counting()
    {
        var chance = new System.Random(5);
        for (int repeat = 0; repeat < 50; repeat++)
        {
            double[] differences =
                [.. Enumerable.Range(0, chance.Next(1, 11)).Select(_ => chance.Next(-4, 7))];

            Assert.Equal(Counted(differences), SignedRankTest.UpperTail(differences));
        }
    }

    [Fact]
    public void Beyond_fifty_pairs_the_normal_tail_is_used()
    {
        double[] differences = [.. Enumerable.Range(0, 60).Select(i => (i * 37 % 101 - 40) / 10.0)];

        Assert.Equal(0.011794144599089455, SignedRankTest.UpperTail(differences), 14);

        // Where the exact tail ends the two differ by little.
        double exact = SignedRankTest.UpperTail(differences[..50]);
        double normal = SignedRankTest.UpperTail([.. differences[..50], 1e-9]);
        Assert.InRange(Math.Abs(exact - normal), 0, 0.005);
    }

    [Fact]
    public void A_trial_that_is_worse_on_every_fold_is_stopped_at_the_fourth()
    {
        Schedule schedule = new Schedule("wilcoxon", 5).Started(2);
        schedule.Run("0:1@1 0:2@2 0:3@3 0:4@4 0:5@5");

        // With n folds, all worse, p = 1 / 2^n: below 0.1 at the fourth.
        Assert.Equal(
            "report 1, report 1, report 1, stop 1", schedule.Run("1:9@1 1:9@2 1:9@3 1:9@4"));
    }

    [Fact]
    public void Nothing_is_stopped_before_the_startup_steps()
    {
        Schedule schedule = new Schedule("wilcoxon p=1 startup-steps=3", 5).Started(2);
        schedule.Run("0:1@1 0:1@2 0:1@3 0:1@4 0:1@5");

        Assert.Equal("report 1, report 1, stop 1", schedule.Run("1:9@1 1:9@2 1:9@3"));

        Schedule two = new Schedule("wilcoxon p=1 startup-steps=0", 5).Started(2);
        two.Run("0:1@1 0:1@2 0:1@3 0:1@4 0:1@5");
        Assert.Equal("report 1, stop 1", two.Run("1:9@1 1:9@2"));
    }

    [Fact]
    public void A_trial_whose_mean_is_better_goes_on_however_the_ranks_stand()
    {
        Schedule schedule = new Schedule("wilcoxon p=0.5", 9).Started(2);
        schedule.Run("0:1@1 0:1@2 0:1@3 0:1@4 0:9@5 0:9@6 0:9@7 0:9@8 0:9@9");

        // Worse than trial 0 on each of the first folds, but with a mean below trial 0's.
        Assert.Equal(
            "report 1, report 1, report 1, report 1, stop 1",
            schedule.Run("1:2@1 1:3@2 1:2@3 1:3@4 1:30@5"));
    }

    [Fact]
    public void Best_is_the_completed_trial_with_the_best_mean()
    {
        Schedule schedule = new Schedule("wilcoxon", 4, Direction.Maximize).Started(4);
        schedule.Run("0:5@1 0:5@2 0:5@3 0:5@4 1:7@1 1:7@2 1:7@3 1:7@4 2:6@1 2:6@2 2:6@3 2:6@4");

        // Better than trials 0 and 2, worse than 1; steps that 1 lacks would not count.
        var measured = new TrialChange(
            TrialChangeKind.Measured, new TrialNumber(3), default, new Resource(3), 6, false, null);
        schedule.Run("3:6.5@1 3:6.5@2");
        schedule.Scheduler.Observe(measured);
        Assert.Equal(
            new DecisionReason(
                "wilcoxon/1",
                Count: 3,
                Value: 19.0 / 3,
                Cutoff: 7,
                CutoffTrial: new TrialNumber(1)),
            schedule.Scheduler.OnMeasurement(measured).Reason);
    }

    private static double Counted(double[] differences)
    {
        double[] sizes = [.. differences.Select(Math.Abs)];
        double[] ranks =
        [
            .. sizes.Select(size => sizes.Count(other => other < size)
                + (sizes.Count(other => other == size) + 1) / 2.0),
        ];
        double sum = ranks.Select((rank, i) => rank * (Math.Sign(differences[i]) + 1) / 2).Sum();
        int hits = 0;
        for (int signs = 0; signs < 1 << ranks.Length; signs++)
            hits += ranks.Where((_, i) => (signs >> i & 1) == 1).Sum() >= sum ? 1 : 0;
        return (double)hits / (1 << ranks.Length);
    }

    private static double[] Numbers(string text) =>
        [.. text.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
}
