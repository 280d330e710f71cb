namespace ActorTune.Studies;

/// <summary>
/// What a strict study knows about its premise, that measurements depend on nothing but the
/// configuration, the trial's seed and the resource.
/// </summary>
public sealed class PremiseRecord
{
    /// <summary>How many segments were run again for this alone.</summary>
    public int SegmentCount { get; private set; }

    /// <summary>
    /// How many measurements were made a second time, those after a disturbance included.
    /// </summary>
    public long ComparedCount { get; private set; }

    /// <summary>How often the second one was not the first one.</summary>
    public long DifferenceCount { get; private set; }

    /// <summary>The first trial that measured differently; null while none has.</summary>
    public TrialNumber? FirstTrial { get; private set; }

    /// <summary>Where it did.</summary>
    public Resource FirstResource { get; private set; }

    /// <summary>
    /// The second value of its objective minus the first; null where only one was measured.
    /// </summary>
    public double? FirstDifference { get; private set; }

    internal void Compare(
        TrialNumber trial, long count, Resource resource, double? difference)
    {
        ComparedCount += count;
        if (difference == 0)
            return;
        DifferenceCount++;
        if (FirstTrial is not null)
            return;
        FirstTrial = trial;
        FirstResource = resource;
        FirstDifference = difference;
    }

    internal void EndSegment() => SegmentCount++;
}
