using ActorTune.Studies;
using ActorTune.Studies.Effects;

namespace ActorTune.TestKit.Strict;

/// <summary>A machine's place for one program at a time.</summary>
internal sealed class StrictSlot(WorkerId worker, int number)
{
    internal WorkerId Worker { get; } = worker;

    internal int Number { get; } = number;

    /// <summary>Whether its worker is there.</summary>
    internal bool IsThere { get; set; } = true;

    internal StrictProgram? Program { get; set; }

    /// <summary>What begins when the program is gone.</summary>
    internal Queue<BeginAttempt> Next { get; } = new();
}
