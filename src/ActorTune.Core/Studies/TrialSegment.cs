namespace ActorTune.Studies;

/// <summary>
/// What only trials of strict studies have: where they stand in logical time, and where they run.
/// </summary>
internal sealed class TrialSegment
{
    /// <summary>The logical time at which the trial began to run.</summary>
    internal long Start { get; private set; }

    /// <summary>The resource from which it began to run.</summary>
    internal Resource From { get; private set; }

    /// <summary>The highest resource reported since then.</summary>
    internal Resource Reached { get; private set; }

    /// <summary>The logical time at which it was paused.</summary>
    internal long PausedAt { get; set; }

    /// <summary>
    /// The highest number that was given to a repetition of its first segment; 0: to none.
    /// </summary>
    internal int LastNumber { get; set; }

    /// <summary>The highest number under which an attempt was given slots.</summary>
    internal int PlacedNumber { get; set; }

    /// <summary>The resource of its very first decision; null: its program's own end.</summary>
    internal Resource? FirstUntil { get; set; }

    /// <summary>Whether its first segment was run again and compared.</summary>
    internal bool IsCompared { get; set; }

    internal bool IsPlaced { get; set; }

    internal IReadOnlyList<int> Slots { get; set; } = [];

    /// <summary>The logical time up to which it ran.</summary>
    internal long Time => Start + Reached.Units - From.Units;

    internal void Begin(long time, Resource from)
    {
        Start = time;
        From = from;
        Reached = from;
    }

    /// <summary>Reports a resource.</summary>
    /// <returns>How many units of it are new in this segment.</returns>
    internal long Reach(Resource resource)
    {
        long units = resource.Units - Reached.Units;
        if (units > 0)
            Reached = resource;
        return Math.Max(0, units);
    }
}
