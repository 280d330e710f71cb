using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;

namespace ActorTune.Studies;

public sealed class StudySpecificationCheckTests
{
    private static readonly StudySpecification Sound = new()
    {
        Study = new StudyId("sound"),
        Seed = 1,
        Objectives = [new Objective("loss", Direction.Minimize)],
        SearchSpace = new SearchSpace([new FloatParameter("x", 0, 1)]),
        Sampler = new StrategyOptions("random"),
        Scheduler = new StrategyOptions("run-to-completion"),
        Program = new ProgramSpecification { Function = "f" },
        Stop = new StopConditions { Trials = 3 },
    };

    [Fact]
    public void A_sound_study_has_no_problem() => Assert.Empty(Sound.Check());

    [Fact]
    public void Objectives_are_distinct_metrics() => Assert.Equal(
        "objectives: 'loss' is named twice",
        Only(Sound with
        {
            Objectives =
            [
                new Objective("loss", Direction.Minimize),
                new Objective("loss", Direction.Maximize),
            ],
        }));

    [Theory]
    [InlineData(null, null, "needs at-most or at-least")]
    [InlineData(double.NaN, null, "its bounds must be finite")]
    [InlineData(1.0, double.NegativeInfinity, "its bounds must be finite")]
    [InlineData(1.0, 2.0, "at-least must not be above at-most")]
    public void A_constraint_has_finite_bounds_in_order(
        double? most, double? least, string message) => Assert.Equal(
            $"constraints.latency: {message}",
            Only(Sound with { Constraints = [new OutcomeConstraint("latency", most, least)] }));

    [Fact]
    public void A_metric_is_constrained_once() => Assert.Equal(
        "constraints.latency: is named twice",
        Only(Sound with
        {
            Constraints =
                [new OutcomeConstraint("latency", 1), new OutcomeConstraint("latency", 2)],
        }));

    private static string Only(StudySpecification study) => Assert.Single(study.Check()).ToString();
}
