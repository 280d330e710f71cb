namespace ActorTune.Strategies.Samplers.Grid;

/// <summary>
/// The part of a grid in which the parameters that others are conditional on have fixed values, so
/// that the same parameters are active throughout.
/// </summary>
/// <param name="Start">The position of its first configuration.</param>
/// <param name="Size">How many configurations it has.</param>
/// <param name="Code">The fixed values as one number.</param>
/// <param name="Active">The other parameters that are active, in declared order.</param>
internal sealed record GridBlock(long Start, long Size, long Code, int[] Active);
