using System.Runtime.CompilerServices;

namespace ActorTune.Randomness;

/// <summary>The eight 64-bit draws of four successive blocks, in order.</summary>
[InlineArray(Count)]
internal struct PhiloxDraws
{
    /// <summary>How many draws four blocks hold, a power of two.</summary>
    public const int Count = 8;

    private ulong _first;
}
