using ActorTune.Programs;
using ActorTune.Studies.Effects;

namespace ActorTune.TestKit.Programs;

/// <summary>What the engine says to one attempt of a program under test.</summary>
internal sealed record AttemptScript
{
    /// <summary>The attempt's own folder.</summary>
    internal required string Folder { get; init; }

    /// <summary>Where decisions are taken; the last one ends the attempt.</summary>
    internal required IReadOnlyList<long> Barriers { get; init; }

    /// <summary>The answer at the last barrier.</summary>
    internal AttemptInstruction Last { get; init; } = AttemptInstruction.Complete;

    /// <summary>The trial's seed.</summary>
    internal ulong Seed { get; init; } = 1;

    /// <summary>The checkpoint to go on from.</summary>
    internal TrialResume? Resume { get; init; }

    /// <summary>Whether the first report is answered with the wish for a checkpoint.</summary>
    internal bool AsksForCheckpoint { get; init; }

    /// <summary>Whether the attempt is stopped right after its first report.</summary>
    internal bool StopsEarly { get; init; }

    /// <summary>Who takes turns with another attempt; null: it trains alone.</summary>
    internal AttemptTurn? Turn { get; init; }
}
