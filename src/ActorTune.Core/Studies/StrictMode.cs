namespace ActorTune.Studies;

/// <summary>
/// The order in which a strict study takes everything in: that of so many slots on which every unit
/// of resource lasts equally long. Its decisions are then a function of the specification, the
/// seed and what is measured, whatever the machines do.
/// </summary>
/// <param name="Slots">How many logical slots there are.</param>
/// <param name="CheckEvery">
/// The first segment of every so many-th trial is run again where a slot is idle, to see whether
/// programs measure the same again; 0: none.
/// </param>
public sealed record StrictMode(int Slots, int CheckEvery = StrictMode.DefaultCheckEvery)
{
    /// <summary>One trial of fifty is checked.</summary>
    public const int DefaultCheckEvery = 50;
}
