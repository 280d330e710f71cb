namespace ActorTune.Studies;

/// <content>Where it runs in a strict study.</content>
public sealed partial class TrialState
{
    /// <summary>The device slots of its latest attempt in a strict study; else empty.</summary>
    public IReadOnlyList<int> Slots => _rarities?.Segment?.Slots ?? [];

    /// <summary>Whether a strict study holds its latest attempt to have slots.</summary>
    public bool IsPlaced => _rarities?.Segment is { IsPlaced: true };

    /// <summary>Its place in a strict study.</summary>
    internal TrialSegment Segment => Rarities.Segment ??= new TrialSegment();

    /// <summary>The highest number that was given to an attempt.</summary>
    internal int LastNumber => Math.Max(_attempt, _rarities?.Segment?.LastNumber ?? 0);
}
