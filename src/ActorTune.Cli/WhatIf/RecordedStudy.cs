using ActorTune.Cli.Commands;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Cli.WhatIf;

/// <summary>A study's curves, and what it came to.</summary>
/// <param name="Curves">The curves.</param>
/// <param name="State">The study as its journal ends.</param>
/// <param name="Slots">How many trials trained at a time at most.</param>
internal sealed record RecordedStudy(RecordedCurves Curves, StudyState State, int Slots)
{
    internal static async Task<RecordedStudy> LoadAsync(
        StudyTarget target, CancellationToken cancellation)
    {
        await using OpenStudy open = await target.OpenAsync(cancellation);
        var state = new StudyState(StandardStrategies.Instance);
        int slots = 1;
        await foreach (JournalEntry entry in open.ReadAsync(null, cancellation))
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
