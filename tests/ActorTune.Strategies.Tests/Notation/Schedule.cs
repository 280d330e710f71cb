using ActorTune.TestKit.Strategies;

namespace ActorTune.Strategies.Notation;

/// <summary>
/// Drives a standard trial scheduler by the words of <see cref="SchedulerHarness.Run"/>.
/// </summary>
internal sealed class Schedule
{
    private readonly SchedulerHarness _harness;

    internal Schedule(string scheduler, long? max = null, Direction direction = Direction.Minimize)
        : this(Specifications.Of(scheduler, max, direction: direction))
    {
    }

    internal Schedule(StudySpecification specification) =>
        _harness = new SchedulerHarness(specification);

    internal ITrialScheduler Scheduler => _harness.Scheduler;

    /// <summary>
    /// Runs the words and joins the answers: "start 0@1", "pause 0", "promote 0@3".
    /// </summary>
    internal string Run(string words) => _harness.Run(words);

    /// <summary>Starts trials without a word about them.</summary>
    internal Schedule Started(int count)
    {
        _harness.Start(count);
        return this;
    }

    /// <summary>"1:3/9" for every rung: level, promoted of entered.</summary>
    internal string Rungs() => _harness.Rungs;

    internal void Tell(int trial, TrialChangeKind kind) => _harness.Tell(trial, kind);
}
