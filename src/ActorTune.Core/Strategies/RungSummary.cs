namespace ActorTune.Strategies;

/// <summary>How full a rung is.</summary>
/// <param name="Bracket">The bracket it belongs to.</param>
/// <param name="Rung">Its index, from 0 at the bottom.</param>
/// <param name="Level">The resource at which trials are compared.</param>
/// <param name="Count">How many trials entered it, failures included.</param>
/// <param name="Promoted">How many went on beyond it.</param>
/// <param name="Capacity">How many it takes; null when there is no bound.</param>
public sealed record RungSummary(
    BracketIndex Bracket, int Rung, Resource Level, int Count, int Promoted, int? Capacity);
