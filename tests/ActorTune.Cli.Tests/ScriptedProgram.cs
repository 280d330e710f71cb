namespace ActorTune.Cli.Tests;

/// <summary>A trial program whose measurements are a function of the configuration.</summary>
public sealed class ScriptedProgram : ITrialProgram
{
    /// <inheritdoc/>
    public async Task RunAsync(TrialContext trial, CancellationToken stop)
    {
        double x = trial.Float("x");
        long from = trial.Resume?.Resource.Units ?? 0;
        for (long epoch = from + 1; epoch <= 9; epoch++)
        {
            if (trial.ShouldSaveCheckpoint(epoch))
                await trial.SaveCheckpointAsync(epoch, (_, _) => Task.CompletedTask, stop);
            TrialInstruction next = await trial.ReportAsync(
                epoch, [("accuracy", x * (1 - 0.5 / epoch)), ("test-accuracy", x / 2)], stop);
            if (next != TrialInstruction.Continue)
                return;
        }
    }
}
