using ActorTune.Trials;

namespace ActorTune.TestKit.Cluster;

/// <summary>Where a trial stands, as <see cref="JournalRules"/> count it.</summary>
internal sealed class RuledTrial
{
    internal AttemptId Attempt { get; set; }

    internal bool Runs { get; set; }

    internal bool IsFinal { get; set; }

    internal long Measured { get; set; }

    internal long Decided { get; set; }
}
