using ActorTune.Programs;
using ActorTune.TestKit.Clocks;

namespace ActorTune.TestKit.Programs;

/// <summary>A healthy program keeps every rule; a planted bug is found by its own.</summary>
public sealed class TrialProgramSpecTests
{
    private const string Reports = "It reports before it returns";
    private const string Trains = "It trains to its end and every report is accepted";
    private const string Pauses = "It returns when a report is answered with Pause";
    private const string Stops = "It returns when a report is answered with Stop";
    private const string EndsEarly =
        "It ends within its grace when it is stopped between two reports";

    private const string WritesItsOwn = "It writes only into the folder of its attempt";
    private const string Repeats =
        "Configuration, seed and resource give one value, however often";

    private const string SideBySide = "Two attempts in one instance do not disturb each other";
    private const string Saves = "It saves a checkpoint before its report at a barrier";
    private const string SavesWhenAsked =
        "Asked for a checkpoint it saves one before its next report";

    private const string Resumes =
        "A new instance goes on from its checkpoint as if nothing had happened";

    private const string ReadsCopy =
        "A checkpoint is read where it was copied to, its attempt's folder gone";

    private const string LeavesDonor = "It leaves the attempt that it goes on from as it was";

    public static TheoryData<string> Cases =>
        [.. Suite(() => new WalkingProgram()).Cases.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_healthy_one_keeps_every_rule(string name) =>
        Suite(() => new WalkingProgram()).Cases.Single(one => one.Name == name).Run();

    [Fact]
    public void Each_rule_catches_its_bug_and_no_other_does()
    {
        AssertBreaks<IgnoresPause>(
            "came after the answer Pause at epoch 2: return from the program", Pauses);
        AssertBreaks<IgnoresStop>("came after the answer Stop at epoch 2", Stops);
        AssertBreaks<FailsWhenStopped>("has to return; seen Error: System.Inv", EndsEarly);
        AssertBreaks<WritesBesideItsFolder>("expected [], seen [best.txt]", WritesItsOwn);
        AssertBreaks<SharesItsState>("with seed 1 reported beside another one", SideBySide);
        AssertBreaks<SavesAfterItsReport>("seen one after the report", Saves);
        AssertBreaks<SavesAtBarriersOnly>("a checkpoint at epoch 2 before", SavesWhenAsked);
        AssertBreaks<ForgetsItsSpeed>(
            "expected [3: 1.75, 4: 1.875], seen [3: 2.5, 4: 3]", Resumes);
        AssertBreaks<KeepsStateOutsideTheCheckpoint>(
            "expected [3: 1.75, 4: 1.875], seen [3: 1.5, 4: 1.5]", ReadsCopy);
        AssertBreaks<WritesIntoItsCheckpoint>("log.txt", LeavesDonor);
    }

    [Fact]
    public void What_every_rule_builds_on_is_said_first()
    {
        Assert.Equal(Reports, Broken(Suite(() => new NeverReports()))[0].Name);
        Assert.Equal(Trains, Broken(Suite(() => new RepeatsResource()))[0].Name);
    }

    [Fact]
    public void Chance_without_the_seed_is_found_unless_the_program_claims_nothing()
    {
        double drawn = 0;
        ITrialProgram Create() => new DrawsWithoutSeed(() => drawn += 0.25);

        Assert.Equal(
            [Repeats, SideBySide, Resumes, ReadsCopy],
            Broken(Suite(Create)).Select(broken => broken.Name));
        Assert.Empty(Broken(new TrialProgramSpec(Create, Configuration.Empty)
        {
            Objective = "loss",
            Resumes = true,
            IsRepeatable = false,
        }));
    }

    [Fact]
    public async Task A_program_that_never_ends_is_given_up_after_its_grace()
    {
        var clock = new ManualTimeProvider();
        var program = new HangsWhenStopped();
        var suite = new TrialProgramSpec(() => program, Configuration.Empty)
        {
            Objective = "loss",
            Clock = clock,
        };
        Task tried = Task.Run(suite.Cases.Single(one => one.Name == EndsEarly).Run);
        await program.Hangs;
        while (!tried.IsCompleted)
        {
            await Task.WhenAny(tried, clock.WhenTimersArmed(1));
            clock.Advance(suite.StopGrace);
        }

        SpecException found = await Assert.ThrowsAsync<SpecException>(() => tried);
        Assert.Equal(
            "It was told to end after epoch 1 and goes on still after 00:00:10.", found.Message);
    }

    [Fact]
    public void A_configuration_that_ends_before_the_barrier_says_how_to_try_it()
    {
        var suite = new TrialProgramSpec(() => new WalkingProgram(), Configuration.Empty)
        {
            Objective = "loss",
            Barrier = 5,
            Until = 6,
        };

        SpecException found = Assert.Throws<SpecException>(
            suite.Cases.Single(one => one.Name == Pauses).Run);
        Assert.StartsWith(
            "a report at epoch 5 or later (set Barrier and Until to what this configuration "
                + "reaches); seen 1: 1, 2: 1.5, 3: 1.75, 4: 1.875, then Returned",
            found.Message);
    }

    [Fact]
    public void A_program_without_checkpoints_is_not_asked_for_any() => Assert.DoesNotContain(
        new TrialProgramSpec(() => new WalkingProgram(), Configuration.Empty)
        {
            Objective = "loss",
        }.Cases,
        one => one.Name.Contains("checkpoint", StringComparison.Ordinal));

    private static void AssertBreaks<T>(string finding, string rule)
        where T : ITrialProgram, new()
    {
        (string name, string message) = Assert.Single(Broken(Suite(() => new T())));
        Assert.Equal(rule, name);
        Assert.Contains(finding, message, StringComparison.Ordinal);
    }

    private static TrialProgramSpec Suite(Func<ITrialProgram> create) =>
        new(create, Configuration.Empty) { Objective = "loss", Resumes = true };

    private static List<(string Name, string Message)> Broken(TrialProgramSpec suite)
    {
        var broken = new List<(string Name, string Message)>();
        foreach (SpecCase one in suite.Cases)
        {
            if (Record.Exception(one.Run) is { } error)
                broken.Add((one.Name, Assert.IsType<SpecException>(error).Message));
        }

        return broken;
    }
}
