using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// What every trial scheduler must keep to, as cases for any test framework. Each drives whole
/// studies over the real engine, in seeded orders of completion and with faults.
/// </summary>
/// <remarks>
/// Watched at every call: queries answer alike twice and change nothing, only paused trials are
/// promoted, nothing goes beyond the maximum resource or starts when it may not, rung counts never
/// fall. At the end: every trial ended, nothing is pending, no trial's resource went back.
/// </remarks>
public sealed class TrialSchedulerSpec
{
    private static readonly int[] SlotCounts = [1, 3, 16];

    private readonly IStrategyCatalog _catalog;
    private readonly StudySpecification _specification;

    /// <summary>Creates the suite.</summary>
    /// <param name="catalog">Makes the trial scheduler and the sampler.</param>
    /// <param name="specification">
    /// Names them; its stop conditions and failure policy are replaced by those of the cases.
    /// </param>
    public TrialSchedulerSpec(IStrategyCatalog catalog, StudySpecification specification)
    {
        _catalog = catalog;
        _specification = specification with
        {
            Failures = new FailurePolicy
            {
                AbortAfterFailuresInRow = 0,
                AbortWhenFirstAllFail = 0,
            },
        };
    }

    /// <summary>
    /// The resources at which the scheduler must compare trials, as its rule promises them, of all
    /// brackets together and without repeats.
    /// </summary>
    /// <value>Default: null, which demands nothing.</value>
    public IReadOnlyList<long>? Levels { get; init; }

    /// <summary>The cases, in a fixed order.</summary>
    public IReadOnlyList<SpecCase> Cases =>
    [
        new("A study without faults runs to its end", () => RunMany(new DriverFaults())),
        new("Failures end trials and never the study", () =>
            RunMany(new DriverFaults { Failures = 0.1 })),
        new("A study in which all trials fail ends", () =>
            RunMany(new DriverFaults { Failures = 1 })),
        new("Interrupted attempts are repeated", () =>
            RunMany(new DriverFaults { LostWorkers = 0.1 })),
        new("Cancelled trials leave no gap", () =>
            RunMany(new DriverFaults { Cancellations = 0.05, Failures = 0.05 })),
        new("Reports may pass decision points", () =>
            RunMany(new DriverFaults { Leaps = 0.5, Failures = 0.05 })),
        new("Programs may return before their next decision point", () =>
            RunMany(new DriverFaults { Returns = 0.2, Leaps = 0.1, Failures = 0.05 })),
        new("A scheduler saved and reloaded after every event goes on alike", ReloadAlways),
        new("A saved state of something else is refused", () =>
            Spec.RefusesOtherText(_catalog.CreateScheduler(_specification))),
        new("The same seed gives the same events", SameSeed),
        new("Folding the journal gives the same state", Recovery),
        new("A study that ended midway goes on when it is reopened", Reopen),
        new("Trials that may go on are not passed over for ever", Starvation),
        new("Rungs lie at the levels that the rule promises", CheckLevels),
    ];

    private static DriverFaults AllFaults => new()
    {
        Failures = 0.05,
        LostWorkers = 0.05,
        Cancellations = 0.02,
        Leaps = 0.1,
        Returns = 0.05,
    };

    private void RunMany(DriverFaults faults)
    {
        foreach (int slots in SlotCounts)
        {
            for (ulong seed = 1; seed <= 3; seed++)
                CheckEnd(Drive(faults, seed, slots, 60).RunToEnd(), 60);
        }
    }

    private StudyDriver Drive(
        DriverFaults faults,
        ulong seed,
        int slots,
        int trials,
        bool reloadsAlways = false,
        EndMode mode = EndMode.Drain) => new StudyDriver(
            new WatchedCatalog(_catalog, reloadsAlways),
            _specification with { Stop = new StopConditions { Trials = trials, Mode = mode } },
            seed,
            slots,
            faults).OfferSlots();

    private static void CheckEnd(StudyDriver driver, int trials)
    {
        StudyState state = driver.State;
        Spec.Demand(
            state.Running.Count + state.Waiting.Count + state.Paused.Count == 0,
            $"Nothing is pending at the end, got {state.Running.Count} running, "
            + $"{state.Waiting.Count} waiting and {state.Paused.Count} paused trials");
        Spec.Demand(
            state.Trials.Count == trials || state.IsSamplerExhausted
                || state.EndReason == EndReason.SchedulerFinished,
            $"All {trials} trials are started, got {state.Trials.Count}");
        foreach (TrialState trial in state.Trials)
        {
            Spec.Demand(trial.Status.IsFinal(), $"Trial {trial.Number} ended: {trial.Status}");
            for (int i = 1; i < trial.Count; i++)
                Spec.Demand(
                    trial[i].Resource > trial[i - 1].Resource,
                    $"The resource of trial {trial.Number} never goes back");
        }
    }

    private void ReloadAlways()
    {
        foreach (int slots in SlotCounts)
            CheckEnd(Drive(AllFaults, 5, slots, 20, reloadsAlways: true).RunToEnd(), 20);
    }

    private void SameSeed()
    {
        string one = Decisions(Drive(AllFaults, 3, 4, 40).RunToEnd());
        Spec.Same(one, Decisions(Drive(AllFaults, 3, 4, 40).RunToEnd()), "The same seed");
    }

    private static string Decisions(StudyDriver driver) => string.Join(
        "\n",
        driver.Journal.Where(entry => entry.Event is StudyDecision)
            .Select(entry => $"{entry.Sequence} {entry.Event}"));

    private void Recovery()
    {
        StudyDriver driver = Drive(AllFaults, 9, 4, 40).Run(150);
        var recovered = new StudyState(_catalog);
        foreach (JournalEntry entry in driver.Journal)
            recovered.Evolve(entry);
        Spec.Same(
            Spec.Save(driver.State.Scheduler),
            Spec.Save(recovered.Scheduler),
            "A folded scheduler has the state of the one that decided");
    }

    // Without this many trials to start there is always an end of starting, and with it a chance
    // for those that wait.
    private void Starvation() => Drive(new DriverFaults(), 2, 4, 400).RunToEnd();

    private void CheckLevels()
    {
        if (Levels is { } levels)
            Spec.Same(
                string.Join(" ", levels),
                string.Join(" ", _catalog.CreateScheduler(_specification).Rungs()
                    .Select(rung => rung.Level.Units).Distinct().Order()),
                "The levels of the rungs");
    }

    private void Reopen()
    {
        foreach (EndMode mode in new[] { EndMode.Drain, EndMode.Cancel })
        {
            for (ulong seed = 1; seed <= 3; seed++)
            {
                StudyDriver driver = Drive(AllFaults, seed, 4, 40, mode: mode).Run(30);
                driver.Tell(new ReachWallTime());
                driver.RunToEnd();
                driver.Tell(new ChangeStopConditions(new StopConditions { Trials = 50 }));
                CheckEnd(driver.RunToEnd(), 50);
            }
        }
    }
}
