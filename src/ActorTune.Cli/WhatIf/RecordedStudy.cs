using ActorTune.Cli.Commands;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.WhatIf;

/// <summary>A study's curves, and what it came to.</summary>
/// <param name="Curves">The curves.</param>
/// <param name="State">The study as its journal ends.</param>
/// <param name="Slots">How many trials trained at a time at most.</param>
internal sealed record RecordedStudy(RecordedCurves Curves, StudyState State, int Slots)
{
    /// <summary>The recorded trial scheduler and others, each answered for.</summary>
    internal IReadOnlyList<WhatIfAnswer> Answer(
        IEnumerable<StrategyOptions> alternatives, WhatIfOptions asked)
    {
        StrategyOptions recorded = Curves.Specification.Scheduler;
        try
        {
            return
            [
                .. alternatives.Prepend(recorded).Distinct()
                    .Select(alternative => StudyWhatIf.Of(Curves, alternative, asked)),
            ];
        }
        catch (WhatIfException cannot)
        {
            throw new CliException(ExitCode.BadInput, cannot.Message);
        }
    }

    /// <summary>Reads a study up to an event, or all of it.</summary>
    internal static async Task<RecordedStudy> LoadAsync(
        OpenStudy open, long? at, CancellationToken cancellation)
    {
        var state = new StudyState(StandardStrategies.Instance);
        int slots = 1;
        await foreach (JournalEntry entry in open.ReadAsync(open.Find(at), cancellation))
        {
            state.Evolve(entry);
            slots = Math.Max(slots, state.Running.Count);
        }

        try
        {
            return new RecordedStudy(RecordedCurves.Of(state), state, slots);
        }
        catch (WhatIfException cannot)
        {
            throw new CliException(ExitCode.BadInput, cannot.Message);
        }
    }
}
