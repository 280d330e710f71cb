namespace ActorTune.Programs;

/// <summary>
/// One attempt as its program sees it: the configuration, the seed, where to go on from, reports
/// and checkpoints. For one thread at a time.
/// </summary>
public sealed partial class TrialContext
{
    private readonly TrialAssignment _assignment;
    private readonly ITrialChannel _channel;

    /// <summary>Creates the context of an attempt.</summary>
    /// <param name="assignment">What the attempt was given.</param>
    /// <param name="channel">Where its reports go.</param>
    public TrialContext(TrialAssignment assignment, ITrialChannel channel)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        ArgumentNullException.ThrowIfNull(channel);
        _assignment = assignment;
        _channel = channel;
        _resource = assignment.Resume?.Resource ?? Resource.Zero;
        Until = assignment.Until;
    }

    /// <summary>The study that the trial belongs to.</summary>
    public StudyId Study => _assignment.Study;

    /// <summary>The trial's number within its study, from 0.</summary>
    public TrialNumber Trial => _assignment.Attempt.Trial;

    /// <summary>The attempt's number within the trial, from 1.</summary>
    public int AttemptNumber => _assignment.Attempt.Number;

    /// <summary>
    /// The trial's seed, the same in every attempt: all chance in the program should follow from
    /// it, so that the trial can be repeated.
    /// </summary>
    public ulong Seed => _assignment.Seed;

    /// <summary>What one unit of resource is, such as epoch.</summary>
    public string ResourceUnit => _assignment.ResourceUnit;

    /// <summary>The metric that the study optimises; every report must have it.</summary>
    public string Objective => _assignment.Objective;

    /// <summary>The folder that belongs to this attempt alone.</summary>
    public string Folder => _assignment.Folder;

    /// <summary>
    /// The worker's device slots that the attempt has for itself, numbered from 0: on a machine
    /// with a slot for each GPU, the numbers of its GPUs.
    /// </summary>
    public IReadOnlyList<int> Slots => _assignment.Slots;

    /// <summary>The checkpoint to go on from; null: start from nothing.</summary>
    public TrialResume? Resume => _assignment.Resume;

    /// <summary>
    /// The resource at which the trial's next decision is taken; null: none before its own end. A
    /// report at or beyond it waits for the decision.
    /// </summary>
    public Resource? Until { get; private set; }
}
