namespace ActorTune.Simulation.WhatIf;

/// <summary>A bracket: which trials it takes, and its rungs. Neither depends on values.</summary>
/// <param name="Trials">The trials by number.</param>
/// <param name="Levels">The rungs' resources from the bottom.</param>
/// <param name="Sizes">How many each rung takes; null where there is no bound.</param>
internal sealed record BracketShape(int[] Trials, long[] Levels, int?[] Sizes)
{
    internal int Top => Levels.Length - 1;

    internal static IReadOnlyList<BracketShape> Of(Replay replay)
    {
        ILookup<int, int> trials = replay.Trials.ToLookup(
            trial => trial.Bracket.Value, trial => trial.Number);
        return
        [
            .. replay.Rungs.GroupBy(rung => rung.Bracket.Value).Select(rungs => new BracketShape(
                [.. trials[rungs.Key]],
                [.. rungs.Select(rung => rung.Level.Units)],
                [.. rungs.Select(rung => rung.Capacity)])),
        ];
    }
}
