namespace ActorTune.Strategies;

/// <summary>
/// A trial scheduler that can go on with trials which another one began. Just created, it is told
/// of every trial as if it had scheduled it: its start, its measurements, and where it stands.
/// </summary>
/// <remarks>
/// The trials come one after the other by number, so that rungs hold more than their rule would
/// have let up, and nothing is asked until all were told.
/// </remarks>
public interface ITakesOver : ITrialScheduler
{
    /// <summary>The bracket that the earlier trials belong to.</summary>
    BracketIndex EarlierBracket { get; }
}
