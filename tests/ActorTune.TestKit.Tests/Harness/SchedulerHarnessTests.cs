namespace ActorTune.TestKit.Harness;

public sealed class SchedulerHarnessTests
{
    [Fact]
    public void A_report_is_followed_by_what_was_demanded()
    {
        SchedulerHarness harness = OwnStudies.Harness().Start(4);

        harness.Report(0, at: 1, 0.5).ShouldPause();
        harness.Report(1, at: 1, 0.4).ShouldPause();
        harness.Report(2, at: 1, 0.3).ShouldPromote(until: 3);
        harness.Report(2, at: 2, 0.2).ShouldDecideNothing();
        harness.Report(2, at: 3, 0.1).ShouldPause();
        harness.Next(mayStart: false).ShouldWait();
        harness.Next().ShouldStart(until: 1);
        harness.Fail(3).ShouldBe("fail 3");
        harness.Finish(2);
        harness.Report(2, at: 9, 0.1);
        Assert.Equal("1:1/4 3:1/1 9:0/1", harness.Rungs);
    }

    [Fact]
    public void The_same_in_the_literal_notation() => Assert.Equal(
        "start 0@1, start 1@1, start 2@1, pause 0, pause 1, pause 2, promote 2@3, pause 2, wait",
        OwnStudies.Harness().Run(
            "start start start 0:0.5@1 1:0.4@1 2:0.3@1 promote 2:0.1@3 promote"));

    [Fact]
    public void A_demand_that_does_not_hold_says_what_was_expected_and_what_came()
    {
        SchedulerHarness harness = OwnStudies.Harness().Start(2);

        SpecException found = Assert.Throws<SpecException>(
            () => harness.Report(1, at: 1, 0.5).ShouldPromote(until: 3));
        Assert.Equal(
            "Step 3: expected promote 1@3, got pause 1, then wait. "
                + "So far: start 0@1, start 1@1, pause 1, wait",
            found.Message);
    }

    [Fact]
    public void A_strategy_that_forgets_over_a_reload_does_not_get_past_a_step()
    {
        var harness = new SchedulerHarness(
            () => new Mutants.ForgetsRungs(OwnStudies.Of().Objective, [1, 3, 9], 3));

        harness.Run("start start start 0:3@1 1:2@1 2:1@1 promote");
        Assert.Throws<SpecException>(() => harness.Run("2:1@3"));
    }

    [Theory]
    [InlineData("first")]
    [InlineData("0:1")]
    public void A_word_that_is_no_step_is_refused(string word) =>
        Assert.Throws<FormatException>(() => OwnStudies.Harness().Run(word));

    [Fact]
    public void Trials_that_were_not_started_cannot_report() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OwnStudies.Harness().Report(0, 1, 0.5));
}
