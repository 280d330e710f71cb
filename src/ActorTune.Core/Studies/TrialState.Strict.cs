namespace ActorTune.Studies;

/// <content>Where it runs in a strict study.</content>
public sealed partial class TrialState
{
    private TrialSegment? _segment;

    /// <summary>The device slots of its latest attempt in a strict study; else empty.</summary>
    public IReadOnlyList<int> Slots => _segment?.Slots ?? [];

    /// <summary>Whether a strict study holds its latest attempt to have slots.</summary>
    public bool IsPlaced => _segment is { IsPlaced: true };

    /// <summary>Its place in a strict study.</summary>
    internal TrialSegment Segment => _segment ??= new TrialSegment();

    /// <summary>The highest number that was given to an attempt.</summary>
    internal int LastNumber { get; set; }

    internal void ForgetDisturbances()
    {
        LostWorkerRetries = 0;
        HangRetries = 0;
        OutOfMemoryRetries = 0;
    }
}
