using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.TestKit.Strategies;

/// <summary>
/// Drives a trial scheduler step by step, without a study around it:
/// <code>
/// var harness = new SchedulerHarness(() => new MyScheduler(...)).Start(3);
/// harness.Report(0, at: 1, 0.5).ShouldPause();
/// harness.Report(1, at: 1, 0.4).ShouldPause();
/// harness.Report(2, at: 1, 0.3).ShouldPromote();
/// </code>
/// The same in the literal notation of <see cref="Run"/>: <c>Run("0:0.5@1 1:0.4@1 2:0.3@1
/// promote")</c> gives "pause 0, pause 1, pause 2, promote 2@3".
/// </summary>
/// <remarks>
/// At every step queries are asked twice, and the scheduler is saved, loaded into a fresh one and
/// saved again: answers and text must be the same, and the fresh one goes on.
/// </remarks>
public sealed partial class SchedulerHarness
{
    private readonly Func<ITrialScheduler> _create;
    private readonly List<HarnessTrial> _trials = [];
    private readonly List<string> _story = [];

    /// <summary>Creates a harness.</summary>
    /// <param name="create">Makes the scheduler in its first state, the same each time.</param>
    public SchedulerHarness(Func<ITrialScheduler> create)
    {
        _create = create;
        Scheduler = create();
    }

    /// <summary>Creates a harness of the scheduler that a specification names.</summary>
    /// <param name="specification">The study.</param>
    /// <param name="catalog">The strategies; null: the standard ones.</param>
    public SchedulerHarness(StudySpecification specification, IStrategyCatalog? catalog = null)
        : this(() => (catalog ?? StandardStrategies.Instance).CreateScheduler(specification))
    {
    }

    /// <summary>The scheduler as it is now. Query it; only the harness tells it anything.</summary>
    public ITrialScheduler Scheduler { get; private set; }

    /// <summary>The steps so far with their answers.</summary>
    public string Story => string.Join(", ", _story);

    /// <summary>"1:3/9 3:0/3": level, trials that went on, trials that entered, for every rung.
    /// </summary>
    public string Rungs => string.Join(
        " ", Scheduler.Rungs().Select(rung => $"{rung.Level}:{rung.Promoted}/{rung.Count}"));

    /// <summary>Asks for free slots, each of which must start a new trial.</summary>
    /// <param name="count">How many.</param>
    public SchedulerHarness Start(int count = 1)
    {
        for (int i = 0; i < count; i++)
            Next().ShouldStart();
        return this;
    }

    /// <summary>Asks what to do with a free slot and carries the answer out.</summary>
    /// <param name="mayStart">Whether a new trial may be started.</param>
    public SchedulerStep Next(bool mayStart = true)
    {
        NextAction next = Scheduler.Next(mayStart);
        Spec.Same(next, Scheduler.Next(mayStart), "Next answers alike twice");
        Spec.Demand(
            mayStart || next is not NextAction.StartNew, "Next starts nothing when it may not");
        return next switch
        {
            NextAction.StartNew start => Begin(start),
            NextAction.Promote promote => Promote(promote),
            _ => Note(next == NextAction.Wait ? "wait" : "finished", null, next),
        };
    }

    /// <summary>Reports a measurement of a trial and carries the answer out.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="at">The resource.</param>
    /// <param name="value">The objective, and after it any further ones.</param>
    public SchedulerStep Report(int trial, long at, params IReadOnlyList<double> value)
    {
        HarnessTrial row = Row(trial);
        row.Value = value[0];
        row.Resource = new Resource(at);
        bool isDecisionPoint = row.Until is { } until && row.Resource >= until;
        TrialChange measured = row.Measured(trial, value, isDecisionPoint);
        Scheduler.Observe(measured);
        SchedulerDecision decision = Scheduler.OnMeasurement(measured);
        Spec.Same(
            decision, Scheduler.OnMeasurement(measured), "OnMeasurement answers alike twice");
        if (!isDecisionPoint && decision.Action != SchedulerAction.Stop)
            return Note($"report {trial}", trial);
        if (decision.Action == SchedulerAction.Continue)
            row.Until = decision.Until;
        Tell(trial, Kind(decision.Action));
        string answer = decision.Action == SchedulerAction.Continue
            ? $"continue {trial}@{decision.Until}"
            : $"{decision.Action.ToString().ToLowerInvariant()} {trial}";
        return Note(answer, trial, reason: decision.Reason);
    }

    /// <summary>A trial fails for good.</summary>
    /// <param name="trial">The trial's number.</param>
    public SchedulerStep Fail(int trial) => End(trial, TrialChangeKind.Failed, "fail");

    /// <summary>A person cancels a trial.</summary>
    /// <param name="trial">The trial's number.</param>
    public SchedulerStep Cancel(int trial) => End(trial, TrialChangeKind.Cancelled, "cancel");

    /// <summary>A trial goes on to its own end although the scheduler did not propose it, as the
    /// best trials do when a study ends.</summary>
    /// <param name="trial">The trial's number.</param>
    public SchedulerStep Finish(int trial)
    {
        Tell(trial, TrialChangeKind.Promoted);
        Row(trial).Until = null;
        return Note($"finish {trial}", trial);
    }

    /// <summary>Says how long a trial has run, for rules that count costs.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="seconds">The seconds of all its attempts.</param>
    public SchedulerHarness Took(int trial, double seconds)
    {
        Row(trial).Seconds = seconds;
        return this;
    }

    /// <summary>
    /// Carries out steps in a literal notation and gives their answers, joined by ", ". "next" and
    /// "start" ask for a free slot, "promote" for one that may start nothing; "3:0.5@9" is trial
    /// 3's measurement 0.5 at resource 9, "3:0.5;2@9~60" adds a second objective and the seconds
    /// that the trial ran; "3!" is its failure, "3-" its cancellation (both may carry ~seconds),
    /// "+3" lets it finish.
    /// </summary>
    /// <param name="words">The steps, with blanks between them.</param>
    /// <exception cref="FormatException">A word is none of these.</exception>
    public string Run(string words) => string.Join(
        ", ",
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => ScheduleWord.Do(this, word).Answer));

    /// <summary>Tells the scheduler of a change with the trial's present numbers.</summary>
    /// <param name="trial">The trial's number.</param>
    /// <param name="kind">The change.</param>
    public void Tell(int trial, TrialChangeKind kind)
    {
        HarnessTrial row = Row(trial);
        Scheduler.Observe(new TrialChange(
            kind, new TrialNumber(trial), row.Bracket, row.Resource, row.Value, false, null)
        {
            Seconds = row.Seconds,
        });
    }
}
