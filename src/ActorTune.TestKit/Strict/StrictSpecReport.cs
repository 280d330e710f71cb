using ActorTune.Studies;
using ActorTune.Studies.Events;

namespace ActorTune.TestKit.Strict;

/// <summary>What the runs of a <see cref="StrictSpec"/> came to.</summary>
public sealed class StrictSpecReport
{
    internal StrictSpecReport(string hash) => Hash = hash;

    /// <summary>The hash of the decisions, in every run.</summary>
    public string Hash { get; }

    /// <summary>How many runs there were.</summary>
    public int RunCount { get; private set; }

    /// <summary>How often the process that decides was ended and started again.</summary>
    public int CrashCount { get; private set; }

    /// <summary>How many attempts were disturbed.</summary>
    public int DisturbedCount { get; private set; }

    /// <summary>How many attempts made room for an earlier trial.</summary>
    public int YieldedCount { get; private set; }

    /// <summary>How many measurements were made twice.</summary>
    public long RepeatedCount { get; private set; }

    /// <summary>How many of them were different.</summary>
    public long DifferenceCount { get; private set; }

    internal void Add(StudyState state, IReadOnlyList<JournalEntry> journal, int lives)
    {
        RunCount++;
        CrashCount += lives - 1;
        DisturbedCount += journal.Count(entry =>
            entry.Event is AttemptLost || entry.Event is AttemptEnded ended
                && !ended.End.IsLogical());
        YieldedCount += journal.Count(entry => entry.Event is AttemptYielded);
        RepeatedCount += state.Premise.ComparedCount;
        DifferenceCount += state.Premise.DifferenceCount;
    }
}
