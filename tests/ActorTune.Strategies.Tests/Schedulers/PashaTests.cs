using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.Pasha;

namespace ActorTune.Strategies.Schedulers;

public sealed class PashaTests
{
    private const string Bottom =
        "0:1@1 1:2@1 2:3@1 3:4@1 4:5@1 5:6@1 6:7@1 7:8@1 8:9@1 promote promote promote ";

    [Fact]
    public void While_the_ranking_holds_nobody_goes_beyond_the_second_rung()
    {
        Schedule schedule = new Schedule("pasha", 27).Started(9);

        Assert.EndsWith(
            "pause 0, pause 1, pause 2, wait", schedule.Run(Bottom + "0:1@3 1:2@3 2:3@3 promote"));
        Assert.Equal("1:3/9 3:0/3 9:0/0 27:0/0", schedule.Rungs());
    }

    [Fact]
    public void A_changed_ranking_opens_the_next_rung_and_those_that_wait_go_on()
    {
        Schedule schedule = new Schedule("pasha", 27).Started(9);

        Assert.EndsWith(
            "pause 0, pause 1, pause 2, promote 1@9, wait",
            schedule.Run(Bottom + "0:2@3 1:1@3 2:3@3 promote promote"));

        // Rung 9 then has to disagree with rung 3 before 27 is opened.
        Assert.Equal("pause 1, wait", schedule.Run("1:1@9 promote"));
    }

    [Fact]
    public void Trials_that_cross_within_their_noise_are_level()
    {
        // 0 and 1 cross back and forth, so do 0 and 2; 1 and 2 swap within that noise.
        const string noisy = "0:3@2 1:2@2 2:1.9@2 0:1@3 1:1.3@3 2:1.5@3 promote";
        const string silent = "0:1@3 1:1.3@3 2:1.5@3 promote";
        const string bottom = "0:1@1 1:1.2@1 2:1.1@1 3:4@1 4:5@1 5:6@1 6:7@1 7:8@1 8:9@1 "
            + "promote promote promote ";

        Assert.EndsWith("wait", new Schedule("pasha", 27).Started(9).Run(bottom + noisy));
        Assert.EndsWith("promote 0@9", new Schedule("pasha", 27).Started(9).Run(bottom + silent));
    }

    [Fact]
    public void Noise_is_the_ninetieth_percentile_of_the_distances_of_crossing_pairs()
    {
        TrialCurve one = Curve(1, 3, 1);
        TrialCurve other = Curve(1.2, 2, 1.3);
        TrialCurve third = Curve(1.1, 1.9, 1.5);

        Assert.Equal(0.3, CurveNoise.Distance(one, other, 3)!.Value, 12);
        Assert.Equal(0.5, CurveNoise.Distance(third, one, 3)!.Value, 12);
        Assert.Null(CurveNoise.Distance(other, third, 3));
        Assert.Equal(0.48, CurveNoise.Ninetieth([0.3, 0.5]), 12);
        Assert.Equal(9.1, CurveNoise.Ninetieth([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), 12);
    }

    [Fact]
    public void A_report_may_open_several_rungs()
    {
        Schedule schedule = new Schedule("pasha", 81).Started(4);

        // Three trials that were finished anyway swap between 3 and 9, unseen while 3 is the top.
        schedule.Run("0:1@1 1:2@1 2:3@1 3:4@1 +0 +1 +2 +3");
        schedule.Run("0:1@3 1:2@3 2:3@3 0:2@9 1:1@9 2:3@9");
        Assert.Equal(1, Top(schedule));
        schedule.Run("3:0@3");

        // The fourth opens 9, which the swap there opens to 27, where nobody has been.
        Assert.Equal(3, Top(schedule));
    }

    [Fact]
    public void With_two_rungs_it_is_asha()
    {
        var chance = new System.Random(4);
        Schedule one = new Schedule("pasha", 3).Started(60);
        Schedule other = new Schedule("asha", 3).Started(60);
        foreach (int trial in Enumerable.Range(0, 60).OrderBy(_ => chance.Next()))
        {
            string word = chance.Next(6) == 0
                ? $"{trial}!"
                : $"{trial}:{chance.Next(20)}@{1 + chance.Next(4)}";
            Assert.Equal(other.Run(word + " promote"), one.Run(word + " promote"));
        }
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so()
    {
        Schedule schedule = new Schedule("pasha", 27, Direction.Maximize).Started(9);

        Assert.EndsWith(
            "promote 7@9",
            schedule.Run(Bottom + "8:9@3 7:10@3 6:7@3 promote"));
    }

    private static int Top(Schedule schedule)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            schedule.Scheduler.Save(writer);
        using JsonDocument saved = JsonDocument.Parse(stream.ToArray());
        return saved.RootElement.GetProperty("top").GetInt32();
    }

    private static TrialCurve Curve(params double[] keys)
    {
        var curve = new TrialCurve();
        for (int i = 0; i < keys.Length; i++)
            curve.Add(i + 1, keys[i]);
        return curve;
    }
}
