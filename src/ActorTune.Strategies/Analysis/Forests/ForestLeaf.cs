namespace ActorTune.Analysis.Forests;

/// <summary>
/// A box of the space with one value: in each parameter the cells from one on to before another.
/// </summary>
internal sealed record ForestLeaf(byte[] Low, byte[] High, double Value);
