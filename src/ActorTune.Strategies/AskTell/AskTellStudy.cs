using ActorTune.Strategies;
using ActorTune.Studies.Commands;
using ActorTune.Studies.Effects;
using ActorTune.Studies.Events;

namespace ActorTune.AskTell;

/// <summary>
/// A study whose trials somebody else trains: any sampler and trial scheduler with every rule of
/// the engine, without actors, journal, threads or clock. Not safe for several threads at once.
/// </summary>
/// <remarks>
/// With a trial scheduler: <see cref="Next"/>, train, <see cref="Report"/> at every resource until
/// told otherwise, <see cref="Next"/> again. Without one: <see cref="Ask"/>, evaluate,
/// <see cref="Tell"/>. Any number of trials may be under way.
/// </remarks>
public sealed partial class AskTellStudy
{
    private static readonly WorkerId Caller = new("caller");

    private readonly IStrategyCatalog _catalog;
    private readonly SamplerSuggestions _suggestions;
    private readonly StudyEngine _engine;
    private readonly AnswerBook _answers = new();

    /// <summary>Creates a study.</summary>
    /// <param name="specification">All that defines it; its program is not looked at.</param>
    /// <param name="catalog">Makes its strategies; null: those of this library.</param>
    /// <exception cref="InvalidStudyException">Something is wrong; it lists all of it.</exception>
    public AskTellStudy(StudySpecification specification, IStrategyCatalog? catalog = null)
        : this(catalog ?? StandardStrategies.Instance, specification)
    {
        InvalidStudyException.ThrowIfAny(specification.Check());
        Record(new StudyCreated(specification));
        Record(new CoordinatorStarted(
            new Epoch(1), "ask-tell", State.VersionsWith(_suggestions.Sampler)));
    }

    private AskTellStudy(IStrategyCatalog catalog, StudySpecification specification)
    {
        InvalidStudyException.ThrowIfAny(catalog.Check(specification));
        if (specification.Strict is not null)
            throw new InvalidStudyException([new Problem(
                "reproducible",
                "cannot be strict here: the caller decides in which order results come; call with "
                    + "them in the same order to get the same decisions")]);
        _catalog = catalog;
        var suggestions = new SamplerSuggestions(catalog.SamplerOf(specification));
        _suggestions = suggestions;
        _engine = new StudyEngine(
            new StudyState(catalog) { Changed = change => suggestions.Sampler.Observe(change) },
            suggestions);
    }

    /// <summary>The study as it stands.</summary>
    public StudyState State => _engine.State;

    /// <summary>
    /// The time that the next events carry. Only rules about seconds and wall time look at it.
    /// </summary>
    /// <value>Default: the Unix epoch; it never goes back.</value>
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Whether a trial can be saved and resumed; else a promotion restarts it.</summary>
    public bool Resumes => State.Specification.Program.Resumes;

    /// <summary>The best trial, or null when none was measured.</summary>
    public TrialState? Best => BestTrials.Best(State);

    /// <summary>What to train next.</summary>
    public NextTrial Next()
    {
        CheckWallTime();
        if (State.Phase == StudyPhase.Finished)
            return NextTrial.Finished;
        var offer = new OfferId(State.LastOffer.Value + 1);
        IReadOnlyList<StudyEffect> effects = [
            .. Handle(new OfferPlacement(offer, Caller, [0])),
            // The place is for one trial: when that leaves it, the caller asks again.
            .. Handle(new WithdrawPlacement(offer)),
        ];
        if (effects.OfType<BeginAttempt>().FirstOrDefault() is { } begin)
            return new NextTrial.Train(
                begin.Attempt, begin.Configuration, begin.Seed, begin.From, begin.Until);
        return State.Phase == StudyPhase.Finished ? NextTrial.Finished : NextTrial.Wait;
    }

    /// <summary>What to evaluate next in a study that tells whole trials.</summary>
    /// <exception cref="AskTellException">The trial scheduler decides before the end.</exception>
    public NextTrial Ask()
    {
        DemandWholeTrials();
        return Next();
    }

    /// <summary>Takes in a measurement of a trial that is being trained.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="resource">The resource spent, above that of its last report.</param>
    /// <param name="metrics">
    /// The numbers, every objective and constraint among them. One that is not finite fails the
    /// trial, and the answer is to stop.
    /// </param>
    /// <returns>
    /// What the trial does now; for a resource reported before, the first answer.
    /// </returns>
    /// <exception cref="AskTellException">The report makes no sense.</exception>
    public ReportAnswer Report(TrialNumber trial, Resource resource, MetricSet metrics)
    {
        TrialState state = Find(trial);
        if (_answers.Find(trial, resource) is { } first)
            return first;
        Demand(
            state.Status == TrialStatus.Running,
            $"trial {trial} is {Word(state)}: only a trial given out by next can report");
        Demand(
            resource > state.AttemptResource,
            $"resource {resource} of trial {trial} does not grow beyond {state.AttemptResource}");
        DemandMetrics(metrics);
        CheckWallTime();
        if (Resumes)
            Handle(new SaveCheckpoint(new Checkpoint(state.Attempt, resource)));
        Handle(new ReportMeasurement(state.Attempt, state.LastReport + 1, resource, metrics));
        if (_answers.Find(trial, resource) is { } answer)
            return answer;
        // A resource passed by an earlier attempt decides nothing; a failure ends the trial.
        return state.Status == TrialStatus.Running
            ? new ReportAnswer(AttemptInstruction.Continue, state.Until, null)
            : new ReportAnswer(AttemptInstruction.Stop, null, state.Reason);
    }

    /// <summary>Takes in the final measurement of a trial, which completes it.</summary>
    /// <param name="trial">A trial that <see cref="Ask"/> gave.</param>
    /// <param name="metrics">The numbers, every objective and constraint among them.</param>
    /// <exception cref="AskTellException">It makes no sense.</exception>
    public void Tell(TrialNumber trial, MetricSet metrics)
    {
        DemandWholeTrials();
        TrialState state = Find(trial);
        Report(trial, state.Until ?? new Resource(state.AttemptResource.Units + 1), metrics);
        if (state.Status == TrialStatus.Running)
            Complete(trial);
    }

    /// <summary>
    /// Starts a configuration that the caller chose and takes in its final measurement.
    /// </summary>
    /// <returns>The new trial.</returns>
    /// <exception cref="AskTellException">It makes no sense.</exception>
    public TrialNumber Tell(Configuration configuration, MetricSet metrics)
    {
        DemandWholeTrials();
        DemandMetrics(metrics);
        Demand(State.Enqueued.Count == 0, "ask for the enqueued configurations first");
        Enqueue(configuration);
        if (Next() is not NextTrial.Train train)
            throw new AskTellException("The study takes no more trials.");
        Tell(train.Attempt.Trial, metrics);
        return train.Attempt.Trial;
    }

    /// <summary>A trial that was being trained failed.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="end">How; kinds with retries left are given out again by next.</param>
    /// <param name="message">What is known about it.</param>
    /// <exception cref="AskTellException">The trial is not being trained.</exception>
    public void Fail(TrialNumber trial, AttemptEnd end = AttemptEnd.Error, string message = "") =>
        End(trial, end, message);

    /// <summary>A trial that was being trained ended by itself before the next decision.</summary>
    /// <param name="trial">The trial.</param>
    /// <exception cref="AskTellException">The trial is not being trained.</exception>
    public void Complete(TrialNumber trial) => End(trial, AttemptEnd.Returned, string.Empty);

    /// <summary>Gives a configuration to try before the sampler's own.</summary>
    /// <exception cref="AskTellException">It does not fit the space.</exception>
    public void Enqueue(Configuration configuration) =>
        Handle(new EnqueueTrial(configuration));

    /// <summary>Ends a trial.</summary>
    /// <exception cref="AskTellException">There is no such trial.</exception>
    public void Cancel(TrialNumber trial) => Handle(new CancelTrial(trial));

    /// <summary>Ends the study and all trials under way.</summary>
    public void Cancel() => Handle(new CancelStudy(EndMode.Cancel));
}
