using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Schedulers;

public sealed class AshaStoppingTests
{
    private const string Stream = "6 3 7 1 2 10 5 9 11 4 12 8";

    [Theory]
    [InlineData("quantile", 3, "CCSCCSSSSCSS")]
    [InlineData("quantile-of-earlier", 3, "CCSCCSSSSCSS")]
    [InlineData("share-better", 3, "CCSCCSSSSCSS")]
    [InlineData("top-k", 3, "CCSCSSSSSSSS")]
    [InlineData("quantile", 4, "CCSCCSSSSSSS")]
    [InlineData("quantile-of-earlier", 4, "CCSCCSSSSSSS")]
    [InlineData("share-better", 4, "CCSCCSSSSSSS")]
    [InlineData("top-k", 4, "CCSCSSSSSSSS")]
    public void Each_rule_decides_the_published_stream_alike(
        string rule, int factor, string decisions) =>
        Assert.Equal(decisions, Decide(rule, factor, Stream));

    [Theory]
    [InlineData("quantile")]
    [InlineData("quantile-of-earlier")]
    [InlineData("share-better")]
    [InlineData("top-k")]
    public void Every_rule_saves_most_best_first_and_nothing_worst_first_or_on_ties(string rule)
    {
        Assert.Equal("CSSSSSSSSSSS", Decide(rule, 3, "1 2 3 4 5 6 7 8 9 10 11 12"));
        Assert.Equal("CCCCCCCCCCCC", Decide(rule, 3, "12 11 10 9 8 7 6 5 4 3 2 1"));
        Assert.Equal("CCCCCCCCCCCC", Decide(rule, 3, "5 5 5 5 5 5 5 5 5 5 5 5"));
    }

    [Theory]
    [InlineData("quantile")]
    [InlineData("quantile-of-earlier")]
    [InlineData("share-better")]
    [InlineData("top-k")]
    public void Each_rule_is_the_same_mirrored_when_larger_is_better(string rule)
    {
        string mirrored = string.Join(
            " ", Stream.Split(' ').Select(word => "-" + word));

        Assert.Equal(
            Decide(rule, 3, Stream), Decide(rule, 3, mirrored, Direction.Maximize));
    }

    [Theory]
    [InlineData("quantile")]
    [InlineData("quantile-of-earlier")]
    [InlineData("share-better")]
    [InlineData("top-k")]
    public void Each_rule_decides_random_streams_as_its_definition_over_a_sorted_list(string rule)
    {
        for (int seed = 0; seed < 20; seed++)
        {
            var chance = new System.Random(seed);
            int factor = chance.Next(2, 5);
            int[] values = [.. Enumerable.Range(0, 60).Select(_ => chance.Next(0, 25))];
            string expected = string.Concat(
                values.Select((_, i) => GoesOn(rule, factor, values[..(i + 1)]) ? 'C' : 'S'));

            Assert.Equal(expected, Decide(rule, factor, string.Join(" ", values)));
        }
    }

    [Fact]
    public void A_report_past_several_rungs_enters_each_and_stops_if_any_says_so()
    {
        Schedule schedule = new Schedule("asha type=stopping rule=quantile", 27).Started(4);

        // Rungs 1, 3, 9 and 27: trial 2 is worst in all it passes, trial 3 is best.
        Assert.Equal(
            "continue 0@3, continue 0@9, continue 1@9, stop 2, continue 3@27",
            schedule.Run("0:5@1 0:5@3 1:4@4 2:6@10 3:1@10"));
        Assert.Equal("1:4/4 3:4/4 9:1/2 27:0/0", schedule.Rungs());
    }

    [Fact]
    public void The_full_resource_completes_whatever_the_value() =>
        Assert.Equal(
            "continue 0@3, complete 0, complete 1",
            new Schedule("asha type=stopping", 3).Started(2).Run("0:1@1 0:1@3 1:9@3"));

    [Fact]
    public void A_failure_on_the_way_is_no_entry()
    {
        // Of values 1 2 the second is above the 1/3 quantile, whoever else failed.
        Assert.Equal("continue 0@3, stop 1", new Schedule("asha type=stopping rule=quantile", 9)
            .Started(2).Run("0:1@1 1:2@1"));
        Assert.Equal("fail 2, fail 3, continue 0@3, stop 1", new Schedule(
            "asha type=stopping rule=quantile", 9).Started(4).Run("2! 3! 0:1@1 1:2@1"));
    }

    [Fact]
    public void The_rule_that_is_not_named_is_top_k() =>
        Assert.Equal(
            Decide("top-k", 3, Stream),
            string.Concat(Stream.Split(' ').Aggregate(
                (Schedule: new Schedule("asha type=stopping", 3).Started(12), Answers: ""),
                (so, word) => (so.Schedule, so.Answers + so.Schedule
                    .Run($"{so.Answers.Length}:{word}@1")[0])).Answers).ToUpperInvariant());

    [Fact]
    public void A_cancelled_trial_is_forgotten()
    {
        Schedule schedule = new Schedule("asha type=stopping", 9).Started(3);

        Assert.Equal(
            "continue 0@3, cancel 0, continue 1@3", schedule.Run("0:1@1 0- 1:2@1"));
        Assert.Equal("1:1/1 3:0/0 9:0/0", schedule.Rungs());
    }

    [Fact]
    public void A_trial_left_paused_by_a_study_that_ended_goes_on_when_it_is_reopened()
    {
        Schedule schedule = new Schedule("asha type=stopping", 9).Started(1);
        schedule.Run("0:1@1");
        schedule.Tell(0, TrialChangeKind.Stopped);
        Assert.Equal("wait", schedule.Run("promote"));

        schedule.Tell(0, TrialChangeKind.Paused);

        Assert.Equal("promote 0@3, wait", schedule.Run("promote promote"));
    }

    [Fact]
    public void A_reason_names_rung_count_cutoff_and_own_value()
    {
        Schedule schedule = new Schedule("asha type=stopping rule=top-k", 9).Started(3);
        schedule.Run("0:1@1 1:2@1");
        var measured = new TrialChange(
            TrialChangeKind.Measured, new TrialNumber(2), default, new Resource(1), 3, true, null);
        schedule.Scheduler.Observe(measured);

        DecisionReason reason = schedule.Scheduler.OnMeasurement(measured).Reason;

        Assert.Equal(
            new DecisionReason("asha-stopping/3", 0, 3, 1, 3, 1, new TrialNumber(0)), reason);
    }

    private static string Decide(
        string rule, int factor, string values, Direction direction = Direction.Minimize)
    {
        string[] words = values.Split(' ');
        Schedule schedule = new Schedule(
            $"asha type=stopping rule={rule} reduction-factor={factor} min-resource=1",
            factor,
            direction).Started(words.Length);
        return string.Concat(words.Select((word, trial) =>
            schedule.Run($"{trial}:{word}@1").StartsWith("continue", StringComparison.Ordinal)
                ? 'C'
                : 'S'));
    }

    // The definitions as they are written, on sorted copies.
    private static bool GoesOn(string rule, int factor, int[] values)
    {
        int own = values[^1];
        int n = values.Length;
        return rule switch
        {
            "top-k" => own <= values.Order().ElementAt(Math.Max(n / factor, 1) - 1),
            "share-better" => values.Count(value => value < own) * factor <= n,
            "quantile" => n < 2 || IsWithin(own, [.. values.Order()], factor),
            _ => n < 2 || IsWithin(own, [.. values[..^1].Order()], factor),
        };
    }

    // At most the linear quantile of order 1 / factor, in whole numbers.
    private static bool IsWithin(int own, int[] sorted, int factor)
    {
        int below = (sorted.Length - 1) / factor;
        int above = Math.Min(below + 1, sorted.Length - 1);
        int rest = (sorted.Length - 1) % factor;
        return own * factor <= sorted[below] * factor + (sorted[above] - sorted[below]) * rest;
    }
}
