namespace ActorTune.Studies;

/// <content>Its attempts.</content>
public sealed partial class TrialState
{
    private LiveAttempt? _live;
    private int _attempt;
    private long _ticks;

    /// <summary>Its latest attempt.</summary>
    public AttemptId Attempt
    {
        get => new(Number, _attempt);
        internal set => _attempt = value.Number;
    }

    /// <summary>The slots that its latest attempt has; 0: none any more.</summary>
    public OfferId Offer
    {
        get => _live?.Offer ?? default;
        internal set => Live.Offer = value;
    }

    /// <summary>The worker of its latest attempt.</summary>
    public WorkerId Worker { get; internal set; }

    /// <summary>
    /// The resource of its next decision; null: its program's own end, or it holds no slot.
    /// </summary>
    public Resource? Until
    {
        get => _live?.Until;
        internal set => Live.Until = value;
    }

    /// <summary>
    /// The checkpoint that its attempt went on from; null: from nothing, or it holds no slot.
    /// </summary>
    public Checkpoint? From
    {
        get => _live?.From;
        internal set => Live.From = value;
    }

    /// <summary>
    /// The number of the last report of its attempt that was taken in; 0 when it holds no slot.
    /// </summary>
    public long LastReport
    {
        get => _live?.LastReport ?? 0;
        internal set => Live.LastReport = value;
    }

    /// <summary>
    /// The highest resource that its attempt reported; zero when it holds no slot.
    /// </summary>
    public Resource AttemptResource
    {
        get => _live?.Resource ?? Resource.Zero;
        internal set => Live.Resource = value;
    }

    /// <summary>
    /// How long its attempts have run, from their starts to their latest reports or ends.
    /// </summary>
    public TimeSpan RunTime => TimeSpan.FromTicks(_ticks);

    private LiveAttempt Live => _live ??= new LiveAttempt();

    /// <summary>It holds no slot any more and is kept as small as it can be.</summary>
    internal void Rest()
    {
        _live = null;
        _curve.Trim();
    }

    /// <summary>Its attempt begins to run: what passed before was not its time.</summary>
    internal void StartClock(DateTimeOffset now) => Live.Since = now;

    /// <summary>Its attempt has run up to now.</summary>
    internal void AdvanceClock(DateTimeOffset now)
    {
        _ticks += (now - Live.Since).Ticks;
        Live.Since = now;
    }
}
