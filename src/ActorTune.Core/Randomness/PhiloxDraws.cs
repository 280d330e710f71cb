namespace ActorTune.Randomness;

/// <summary>The four 64-bit draws of two successive blocks, in order.</summary>
internal struct PhiloxDraws
{
    public ulong First;
    public ulong Second;
    public ulong Third;
    public ulong Fourth;
}
