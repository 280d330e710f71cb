using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation.Engine;

/// <summary>Where the error of a bounded regret comes from, and which terms are refused.</summary>
public sealed class RegretBoundTermsTests
{
    private static readonly StudySpecification One = Studies.Asha(60, max: 1) with
    {
        Sampler = new StrategyOptions("sobol"),
        Scheduler = new StrategyOptions("run-to-completion"),
        Stop = new StopConditions { Trials = 60, RegretBound = new RegretBound(0.05) },
    };

    [Fact]
    public void With_folds_the_error_is_that_of_the_best_trials_mean()
    {
        StudySpecification study = Folds();
        SimulationResult result = StudySimulation.Run(study, new CurveProgram((trial, fold) =>
            trial.Configuration["x"].AsDouble() + (fold % 2 == 0 ? 0.1 : -0.1)));
        Assert.Equal(EndReason.RegretBound, result.State.EndReason);
        // Four folds that are 0.1 off: sqrt((1/4 + 1/3) 0.01).
        Assert.Equal(0.0763762615825973, result.State.EndGrounds!.Cutoff!.Value, 12);
        Assert.Empty(StudyVerification.Run(result.Events).Problems);
    }

    [Fact]
    public void Several_objectives_are_refused() => Assert.Equal(
        "stop.regret-bound: needs a single objective: several have no one best value to come "
            + "short of",
        Assert.Single((One with
        {
            Objectives = [
                new Objective("loss", Direction.Minimize),
                new Objective("time", Direction.Minimize),
            ],
        }).Check()).ToString());

    [Fact]
    public void Without_folds_an_error_is_needed()
    {
        Assert.Empty(Folds().Check());
        StudySpecification epochs = Folds() with { ResourceUnit = "epoch" };
        Assert.Equal("stop.regret-bound.error", Assert.Single(epochs.Check()).Path);
        StudySpecification last = Folds() with
        {
            Objectives = [new Objective("loss", Direction.Minimize)],
        };
        Assert.Equal("stop.regret-bound.error", Assert.Single(last.Check()).Path);
    }

    [Theory]
    [InlineData(0.0, 20, "stop.regret-bound.error")]
    [InlineData(double.NaN, 20, "stop.regret-bound.error")]
    [InlineData(0.1, 1, "stop.regret-bound.min-trials")]
    public void Numbers_that_cannot_be_are_refused(double error, int trials, string path) =>
        Assert.Equal(path, Assert.Single((One with
        {
            Stop = new StopConditions { RegretBound = new RegretBound(error, trials) },
        }).Check()).Path);

    private static StudySpecification Folds() => One with
    {
        ResourceUnit = RegretBound.FoldUnit,
        MaxResource = new Resource(4),
        Objectives = [
            new Objective("loss", Direction.Minimize) { Reduce = Reduction.MeanOfLast(4) }],
        Stop = new StopConditions { Trials = 60, RegretBound = new RegretBound() },
    };
}
