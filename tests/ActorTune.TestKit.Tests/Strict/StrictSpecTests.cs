using ActorTune.Simulation;
using ActorTune.TestKit.Cluster;

namespace ActorTune.TestKit.Strict;

/// <summary>A bounded number of worlds; bench runs a thousand of each.</summary>
public sealed class StrictSpecTests
{
    [Theory]
    [InlineData("asha", "type=promotion", "random", true)]
    [InlineData("asha", "type=promotion", "tpe", true)]
    [InlineData("asha", "type=promotion", "tpe", false)]
    [InlineData("asha", "type=stopping", "random", true)]
    [InlineData("asha", "type=stopping", "tpe", true)]
    [InlineData("hyperband", "mode=asynchronous", "random", true)]
    [InlineData("hyperband", "mode=asynchronous", "tpe", true)]
    [InlineData("hyperband", "mode=synchronous", "tpe", false)]
    [InlineData("pbt", "population=6", "random", true)]
    [InlineData("pbt", "population=6", "tpe", true)]
    [InlineData("median", "startup-trials=3", "tpe", false)]
    public void Whatever_machines_do_the_decisions_are_the_same(
        string scheduler, string option, string sampler, bool resumes)
    {
        StrictSpecReport report = Spec(Study(scheduler, option, sampler, resumes)).Run(1, 20);

        Assert.Equal(20, report.RunCount);
        Assert.Equal(0, report.DifferenceCount);
        Assert.True(report.DisturbedCount > 0, "nothing went wrong in these worlds");
        Assert.True(report.CrashCount > 0, "nobody crashed in these worlds");
        Assert.True(report.YieldedCount > 0, "slots were never too few in these worlds");
        Assert.True(report.RepeatedCount > 0, "nothing was measured twice in these worlds");
    }

    [Fact]
    public void A_program_that_measures_otherwise_when_it_is_begun_again_is_found_out()
    {
        StrictSpec spec = Spec(
            Study("asha", "type=promotion", "random", true),
            new CurveProgram((trial, resource) => Curve(trial, resource)
                + 0.3 * trial.Attempt.Number % 0.7));

        var broken = Assert.Throws<SpecException>(() => spec.Run(1, 25));
        Assert.StartsWith("Seed ", broken.Message);
        Assert.Contains("where elsewhere it is", broken.Message);
    }

    [Theory]
    [InlineData("asha", 2, 2)]
    [InlineData("asha", 1, 1)]
    [InlineData("hyperband", 3, 2)]
    [InlineData("median", 2, 1)]
    [InlineData("pbt", 2, 2)]
    public void A_cluster_with_faults_decides_as_one_without(
        string scheduler, int workers, int slots)
    {
        ClusterSpec sweep = Sweeps.Of(scheduler, workers, slots);
        ClusterSpec strict = Sweeps.Of(scheduler, workers, slots, sweep.Specification with
        {
            Strict = new StrictMode(3, CheckEvery: 4),
            Failures = sweep.Specification.Failures with
            {
                LostWorkerRetries = int.MaxValue,
                HangRetries = int.MaxValue,
            },
        });

        strict.Run(first: 1, count: 25);
    }

    private static StrictSpec Spec(StudySpecification study, CurveProgram? program = null) => new()
    {
        Specification = study,
        Program = program ?? new CurveProgram(Curve),
        MostSlots = 24,
    };

    private static double Curve(SimulatedTrial trial, long resource) =>
        trial.Configuration["x"].AsDouble() + 1.0 / resource;

    private static StudySpecification Study(
        string scheduler, string option, string sampler, bool resumes)
    {
        string[] parts = option.Split('=');
        ParameterValue value = long.TryParse(parts[1], out long number)
            ? ParameterValue.Of(number)
            : ParameterValue.Of(parts[1]);
        StudySpecification study = OwnStudies.Of();
        var sampling = new StrategyOptions(sampler);
        return study with
        {
            Scheduler = new StrategyOptions(scheduler).With(parts[0], value),
            Sampler = sampler == "tpe"
                ? sampling.With("startup-trials", ParameterValue.Of(4L))
                : sampling,
            Program = study.Program with
            {
                Resumes = resumes,
                SilenceLimit = TimeSpan.FromMinutes(1),
            },
            Stop = new StopConditions { Trials = 18 },
            Strict = new StrictMode(5, CheckEvery: 4),
        };
    }
}
