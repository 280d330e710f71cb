namespace ActorTune.Simulation;

/// <summary>A program whose objective after each unit of resource is given by a function.</summary>
/// <param name="curve">
/// The objective of a trial at a resource, from 1; NaN diverges.
/// </param>
/// <param name="unitTime">The virtual time that a unit takes; null: one second each.</param>
/// <param name="length">
/// The resource after which the program returns; null: never by itself.
/// </param>
public sealed class CurveProgram(
    Func<SimulatedTrial, long, double> curve,
    Func<SimulatedTrial, TimeSpan>? unitTime = null,
    long? length = null) : ISimulatedProgram
{
    /// <inheritdoc/>
    public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
    {
        TimeSpan time = unitTime?.Invoke(trial) ?? TimeSpan.FromSeconds(1);
        long next = spent.Units + 1;
        return next > length
            ? SimulatedStep.Ends(TimeSpan.Zero, AttemptEnd.Returned)
            : SimulatedStep.Report(time, next, curve(trial, next));
    }
}
