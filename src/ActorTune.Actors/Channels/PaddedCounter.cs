using System.Runtime.InteropServices;

namespace ActorTune.Actors;

/// <summary>A counter alone on its cache lines, so that the thread that adds and the thread that
/// takes do not slow each other.</summary>
[StructLayout(LayoutKind.Explicit, Size = 128)]
internal struct PaddedCounter
{
    [FieldOffset(64)]
    public long Value;
}
