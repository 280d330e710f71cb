namespace ActorTune.Analysis;

/// <summary>The objective where a parameter lies in a cell.</summary>
/// <param name="Cell">The values of the parameter.</param>
/// <param name="Measured">The trials there, whatever else they have.</param>
/// <param name="Modelled">
/// The forest's mean over the whole space with the parameter in this cell, so that what else the
/// sampler chose there does not count; null without a forest.
/// </param>
/// <param name="Spread">How far the forest's trees differ in it: a standard deviation.</param>
public sealed record EffectCell(
    ParameterCell Cell, ValueSummary Measured, double? Modelled, double? Spread);
