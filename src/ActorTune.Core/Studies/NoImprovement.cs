namespace ActorTune.Studies;

/// <summary>
/// Ends a study whose best value has not improved for a while. A trial counts when it is paused for
/// the first time, stopped, completed or failed; the one that brought the improvement does not.
/// </summary>
/// <param name="Trials">How many trials in a row, at least 1.</param>
/// <param name="MinDelta">
/// By how much a feasible value must be better than the best one to be an improvement, at whatever
/// resource; at least 0.
/// </param>
public sealed record NoImprovement(int Trials, double MinDelta = 0);
