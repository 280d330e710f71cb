namespace ActorTune.Studies;

/// <content>Where it stands in the logical time of a strict study, and where it runs.</content>
public sealed partial class TrialState
{
    /// <summary>The device slots of its latest attempt in a strict study; else empty.</summary>
    public IReadOnlyList<int> Slots { get; internal set; } = [];

    /// <summary>Whether a strict study holds its latest attempt to have slots.</summary>
    public bool IsPlaced { get; internal set; }

    /// <summary>The logical time at which it began to run.</summary>
    internal long SegmentStart { get; private set; }

    /// <summary>The logical time up to which it ran.</summary>
    internal long SegmentTime => SegmentStart + SegmentReached.Units - SegmentFrom.Units;

    /// <summary>The highest resource reported since it began to run.</summary>
    internal Resource SegmentReached { get; private set; }

    /// <summary>The resource from which it began to run.</summary>
    internal Resource SegmentFrom { get; private set; }

    /// <summary>The logical time at which it was paused.</summary>
    internal long PausedAt { get; set; }

    /// <summary>The highest number that was given to an attempt.</summary>
    internal int LastNumber { get; set; }

    /// <summary>The highest number under which an attempt was given slots.</summary>
    internal int PlacedNumber { get; set; }

    /// <summary>The resource of its very first decision; null: its program's own end.</summary>
    internal Resource? FirstUntil { get; set; }

    /// <summary>Whether its first segment was run again and compared.</summary>
    internal bool IsCompared { get; set; }

    internal void BeginSegment(long time, Resource from)
    {
        SegmentStart = time;
        SegmentFrom = from;
        SegmentReached = from;
    }

    /// <summary>Reports a resource.</summary>
    /// <returns>How many units of it are new in this segment.</returns>
    internal long ReachInSegment(Resource resource)
    {
        long units = resource.Units - SegmentReached.Units;
        if (units > 0)
            SegmentReached = resource;
        return Math.Max(0, units);
    }

    internal void ForgetDisturbances()
    {
        LostWorkerRetries = 0;
        HangRetries = 0;
        OutOfMemoryRetries = 0;
    }
}
