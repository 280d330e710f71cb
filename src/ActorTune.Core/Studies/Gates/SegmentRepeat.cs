namespace ActorTune.Studies.Gates;

/// <summary>The first segment of a trial that runs once more, to be compared.</summary>
internal sealed class SegmentRepeat(MachinePlace place, TrialState trial)
{
    internal MachinePlace Place { get; } = place;

    internal TrialState Trial { get; } = trial;

    /// <summary>Where it ends; null: at the program's own end.</summary>
    internal Resource? Until { get; } = trial.Segment.FirstUntil;

    /// <summary>How many of its measurements were found equal.</summary>
    internal int EqualCount { get; private set; }

    internal Resource Resource { get; private set; }

    /// <summary>The second value minus the first; null where only one was measured.</summary>
    internal double? Difference { get; private set; } = 0;

    internal bool IsOver => Difference != 0 || Resource >= Until;

    internal void Compare(Resource resource, double? value)
    {
        Resource = resource;
        bool isThere = EqualCount < Trial.Count && Trial[EqualCount].Resource == resource;
        Difference = isThere ? value - Trial[EqualCount].Value : null;
        if (Difference == 0)
            EqualCount++;
    }

    /// <summary>The program ended by itself.</summary>
    internal void End()
    {
        bool isWhole = Until is null && EqualCount == Trial.Count;
        if (Difference == 0 && !isWhole)
            Difference = null;
    }
}
