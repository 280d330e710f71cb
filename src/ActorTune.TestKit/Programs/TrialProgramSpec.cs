using System.Globalization;
using ActorTune.Programs;
using ActorTune.Spaces;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.TestKit.Programs;

/// <summary>
/// What every trial program in .NET must keep to so that the engine can pause, move, stop and
/// repeat its trials, as cases for any test framework. Each case trains the program for a few units
/// in folders of its own, on one configuration, without a study around it.
/// </summary>
public sealed partial class TrialProgramSpec
{
    private readonly Func<ITrialProgram> _create;
    private readonly Configuration _configuration;

    /// <summary>Creates the suite.</summary>
    /// <param name="create">Makes an instance of the program, a new one at each call.</param>
    /// <param name="configuration">A configuration with which it trains.</param>
    public TrialProgramSpec(Func<ITrialProgram> create, Configuration configuration)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(configuration);
        _create = create;
        _configuration = configuration;
    }

    /// <summary>The metric that every report must have.</summary>
    public required string Objective { get; init; }

    /// <summary>Whether the program declares that it goes on from checkpoints.</summary>
    /// <value>Default: false, and the cases about checkpoints are left out.</value>
    public bool Resumes { get; init; }

    /// <summary>
    /// Whether its objective is a function of configuration, seed and resource, as strict studies
    /// need it; not so where a device adds in an order of its own.
    /// </summary>
    /// <value>Default: true.</value>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>The resource at which a decision is taken; the program reports before it too.
    /// </summary>
    /// <value>Default: 2.</value>
    public long Barrier { get; init; } = 2;

    /// <summary>The resource up to which attempts train; the program gets there.</summary>
    /// <value>Default: 4.</value>
    public long Until { get; init; } = 4;

    /// <summary>What one unit of resource is.</summary>
    /// <value>Default: epoch.</value>
    public string ResourceUnit { get; init; } = "epoch";

    /// <summary>How long the program has to end after it was told to.</summary>
    /// <value>Default: 10 seconds, as in a study.</value>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an attempt may take before it is told to end.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What both limits are measured on.</summary>
    /// <value>Default: the clock of the system.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The cases, in a fixed order; the first ones are what the others build on.</summary>
    public IReadOnlyList<SpecCase> Cases =>
    [
        Case("It reports before it returns", ReportsBeforeItReturns),
        Case("It trains to its end and every report is accepted", Trains),
        Case("It returns when a report is answered with Pause", folders =>
            Ends(folders, AttemptInstruction.Pause)),
        Case("It returns when a report is answered with Stop", folders =>
            Ends(folders, AttemptInstruction.Stop)),
        Case("It ends within its grace when it is stopped between two reports", EndsEarly),
        Case("It writes only into the folder of its attempt", WritesOnlyItsOwn),
        .. IsRepeatable ? RepeatableCases() : [],
        .. Resumes ? ResumingCases() : [],
    ];

    private IEnumerable<SpecCase> RepeatableCases() =>
    [
        Case("Configuration, seed and resource give one value, however often", Repeats),
        Case("Two attempts in one instance do not disturb each other", TrainsSideBySide),
    ];

    private static SpecCase Case(string name, Action<AttemptFolders> body) => new(name, () =>
    {
        using var folders = new AttemptFolders();
        body(folders);
    });

    private void ReportsBeforeItReturns(AttemptFolders folders) => SpecCheck.True(
        Train(_create(), Whole(folders)) is { Reports.Count: > 0 } or { Outcome.Error: not "" },
        "a program that returns without a report has failed",
        "no report");

    private void Trains(AttemptFolders folders) =>
        RequireReturned(Train(_create(), Whole(folders)), "It trained alone");

    private void Ends(AttemptFolders folders, AttemptInstruction last)
    {
        ScriptedAttempt attempt = Train(
            _create(), Whole(folders) with { Barriers = [Barrier], Last = last });
        RequireDecided(attempt);
        RequireReturned(attempt, $"It was told {last} at {attempt.Reports[^1].Resource}");
    }

    private void EndsEarly(AttemptFolders folders) => RequireReturned(
        Train(_create(), Whole(folders) with { StopsEarly = true }),
        "Its token was cancelled after its first report");

    private void WritesOnlyItsOwn(AttemptFolders folders)
    {
        Train(_create(), Whole(folders));
        SpecCheck.Sequence([], folders.Strangers(), "What it left beside its folder");
    }

    private void Repeats(AttemptFolders folders) => SpecCheck.Sequence(
        Train(_create(), Whole(folders)).Curve(),
        Train(_create(), Whole(folders)).Curve(),
        "What a second attempt with the same seed reported");

    private void TrainsSideBySide(AttemptFolders folders)
    {
        (AttemptTurn first, AttemptTurn second) = AttemptTurn.Pair();
        AttemptScript one = Whole(folders);
        AttemptScript other = Whole(folders) with { Seed = 2 };
        ITrialProgram shared = _create();
        Task<ScriptedAttempt> beside = TrainAsync(shared, other with { Turn = second });
        ScriptedAttempt seen = Train(shared, one with { Turn = first });
        ScriptedAttempt seenBeside = beside.GetAwaiter().GetResult();
        foreach ((AttemptScript script, ScriptedAttempt attempt) in
            new[] { (one, seen), (other, seenBeside) })
            SpecCheck.Sequence(
                Train(_create(), script with { Folder = folders.Next() }).Curve(),
                attempt.Curve(),
                $"What the attempt with seed {script.Seed} reported beside another one");
    }

    private AttemptScript Whole(AttemptFolders folders) => new()
    {
        Folder = folders.Next(),
        Barriers = [Barrier, Until],
    };

    private void RequireReturned(ScriptedAttempt attempt, string what) => SpecCheck.True(
        attempt.Outcome!.End == AttemptEnd.Returned,
        $"{what}, reported {string.Join(", ", attempt.Curve())}, and has to return",
        $"{attempt.Outcome.End}: {attempt.Outcome.Error}");

    private void RequireDecided(ScriptedAttempt attempt) => SpecCheck.True(
        attempt.Decided is not null,
        string.Create(
            CultureInfo.InvariantCulture,
            $"a report at {ResourceUnit} {Barrier} or later (set {nameof(Barrier)} and ")
        + $"{nameof(Until)} to what this configuration reaches)",
        $"{string.Join(", ", attempt.Curve())}, then {attempt.Outcome!.End} "
            + attempt.Outcome.Error);
}
