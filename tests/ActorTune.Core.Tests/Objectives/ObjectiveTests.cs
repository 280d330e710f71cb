using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Objectives;

public sealed class ObjectiveTests
{
    [Theory]
    [InlineData(Direction.Minimize, 1, 2, -1)]
    [InlineData(Direction.Maximize, 1, 2, 1)]
    [InlineData(Direction.Minimize, 2, 2, 0)]
    public void Better_comes_first(Direction direction, double left, double right, int sign) =>
        Assert.Equal(sign, Math.Sign(new Objective("m", direction).Compare(left, right)));

    [Fact]
    public void Ties_break_by_trial_number()
    {
        var objective = new Objective("m", Direction.Maximize);
        Assert.True(objective.Compare(1, new TrialNumber(0), 1, new TrialNumber(1)) < 0);
    }

    [Theory]
    [InlineData("last", 3)]
    [InlineData("best", 1)]
    [InlineData("mean", 2.5)]
    public void A_trials_measurements_become_one_value(string rule, double expected)
    {
        Reduction reduction = rule switch
        {
            "last" => Reduction.Last,
            "best" => Reduction.Best,
            _ => Reduction.MeanOfLast(2),
        };
        var objective = new Objective("loss", Direction.Minimize) { Reduce = reduction };
        var trial = new TrialState(new TrialNumber(0), Configuration.Empty, new BracketIndex(0));
        trial.Measure(objective, new Resource(1), 1);
        trial.Measure(objective, new Resource(2), 2);
        trial.Measure(objective, new Resource(3), 3);
        Assert.Equal(expected, trial.Value);
    }
}
