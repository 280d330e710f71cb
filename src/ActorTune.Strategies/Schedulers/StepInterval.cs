using ActorTune.Strategies.Options;

namespace ActorTune.Strategies.Schedulers;

/// <summary>
/// At which of its measurements a trial is judged by a rule that looks at every report: the first
/// one in every interval, counted from the end of the warm-up.
/// </summary>
/// <param name="Warmup"><c>warmup-steps</c>: nothing is judged below this resource.</param>
/// <param name="Length"><c>interval-steps</c>: how many resource units an interval has.</param>
internal readonly record struct StepInterval(long Warmup, long Length)
{
    /// <summary>Judges every measurement: a warm-up of 0 and intervals of 1.</summary>
    internal static StepInterval Every => new(0, 1);

    internal static StepInterval Read(StrategyOptionReader reader) => new(
        reader.Integer("warmup-steps", 0, 0, long.MaxValue),
        reader.Integer("interval-steps", 1, 1, long.MaxValue));

    /// <summary>
    /// Whether a measurement is judged, given the resource of the one before it; -1 for none.
    /// </summary>
    internal bool IsDue(long step, long previous)
    {
        if (step < Warmup)
            return false;
        long intervalStart = step - (step - Warmup) % Length;
        return previous < intervalStart;
    }
}
