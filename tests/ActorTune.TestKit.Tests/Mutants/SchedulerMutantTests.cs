namespace ActorTune.TestKit.Mutants;

/// <summary>
/// The test of the tests: known bugs of tuners are planted, and the suite has to find each one.
/// </summary>
public sealed class SchedulerMutantTests
{
    private static readonly long[] Levels = [1, 3, 9, 27, 81, 243];

    public static TheoryData<string> Cases => [.. Suite(Healthy).Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_healthy_one_keeps_every_rule(string name) => Run(Healthy, name);

    [Fact]
    public void A_rung_lost_on_resume_is_found() => Finds(
        study => new ForgetsRungs(study.Objective, Levels, 3),
        "A scheduler saved and reloaded after every event goes on alike",
        "A loaded state is saved alike");

    [Fact]
    public void A_double_promotion_is_found() => Finds(
        study => new HastyHalving(study.Objective, Levels, 3),
        "A study without faults runs to its end",
        "Next promotes only paused trials");

    [Fact]
    public void A_float_logarithm_is_found() => Finds(
        study => new OwnHalving(study.Objective, FloatLogarithm.Levels(1, 243, 3), 3),
        "Rungs lie at the levels that the rule promises",
        "expected 1 3 9 27 81 243, got 3 9 27 81 243");

    [Fact]
    public void Starvation_of_paused_trials_is_found() => Finds(
        study => new StarvesPaused(study.Objective, Levels, 3),
        "Trials that may go on are not passed over for ever",
        "got 51 new trials while trial");

    private static OwnHalving Healthy(StudySpecification study) => new(study.Objective, Levels, 3);

    private static TrialSchedulerSpec Suite(Func<StudySpecification, ITrialScheduler> scheduler) =>
        new(new OwnStrategies { Scheduler = scheduler }, OwnStudies.Of(243)) { Levels = Levels };

    private static void Run(Func<StudySpecification, ITrialScheduler> scheduler, string name) =>
        Suite(scheduler).Cases.Single(one => one.Name == name).Run();

    private static void Finds(
        Func<StudySpecification, ITrialScheduler> mutant, string name, string finding)
    {
        SpecException found = Assert.Throws<SpecException>(() => Run(mutant, name));
        Assert.Contains(finding, found.Message, StringComparison.Ordinal);
    }
}
