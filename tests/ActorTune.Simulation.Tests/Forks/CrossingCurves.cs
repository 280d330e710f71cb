using ActorTune.Arithmetic;
using ActorTune.Trials;

namespace ActorTune.Simulation.Forks;

/// <summary>Curves that cross, trials of different speed, one in seven failing.</summary>
internal sealed class CrossingCurves : ISimulatedProgram
{
    public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
    {
        long next = spent.Units + 1;
        int number = trial.Attempt.Trial.Value;
        if (number % 7 == 3 && next == 3)
            return SimulatedStep.Ends(TimeSpan.FromSeconds(1), AttemptEnd.Error);
        double x = trial.Configuration["x"].AsDouble();
        double loss = PortableMath.Sin(9 * x) + PortableMath.Exp(-x * next)
            + 0.1 * PortableMath.Sin(next + number);
        return SimulatedStep.Report(TimeSpan.FromSeconds(1 + number % 5), next, loss);
    }
}
