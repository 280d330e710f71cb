using ActorTune.Arithmetic;
using ActorTune.Randomness;
using ActorTune.Simulation;
using ActorTune.Spaces;
using ActorTune.Strategies;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Bench.Speed;

/// <summary>
/// What a strict order costs: the same study recorded and strict, in virtual time.
/// </summary>
internal static class StrictPrice
{
    private const int Seeds = 20;

    /// <summary>Prints a line for each scheduler and spread.</summary>
    /// <param name="slots">The machine's slots.</param>
    /// <param name="logical">The logical slots of the strict study.</param>
    internal static int Run(int slots, int logical)
    {
        Console.WriteLine(
            "scheduler, spread of paces | time strict / recorded | idle recorded | idle strict");
        foreach ((string name, string type) in new[]
            { ("asha", "promotion"), ("asha", "stopping"), ("hyperband", "") })
        {
            foreach (double spread in new[] { 0.0, 0.2, 0.5, 1.0 })
                Compare(name, type, spread, (slots, logical));
        }

        return 0;
    }

    private static void Compare(
        string name, string type, double spread, (int Machine, int Logical) slots)
    {
        double ratio = 0, idleRecorded = 0, idleStrict = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            StudySpecification study = Study(name, type, (ulong)seed);
            SimulationResult recorded = Simulate(study, spread, slots.Machine);
            SimulationResult strict = Simulate(
                study with { Strict = new StrictMode(slots.Logical, CheckEvery: 0) },
                spread,
                slots.Machine);
            ratio += strict.Elapsed / recorded.Elapsed / Seeds;
            idleRecorded += Idle(recorded, slots.Machine) / Seeds;
            idleStrict += Idle(strict, slots.Machine) / Seeds;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{name} {type}, spread {spread}: {ratio:F2} | {idleRecorded:P0} | {idleStrict:P0}"));
    }

    private static double Idle(SimulationResult result, int slots) =>
        1 - result.BusyTime / (result.Elapsed * slots);

    private static SimulationResult Simulate(StudySpecification study, double spread, int slots) =>
        StudySimulation.Run(study, new PacedProgram(spread), new SimulationOptions
        {
            Slots = slots,
            KeepEvents = false,
        });

    private static StudySpecification Study(string name, string type, ulong seed)
    {
        StudySpecification study = Studies.Of(name, 200);
        var options = new StrategyOptions(name);
        return study with
        {
            Seed = seed,
            Scheduler = type.Length == 0
                ? options
                : options.With("type", ParameterValue.Of(type)),
            Program = study.Program with { SilenceLimit = TimeSpan.FromMinutes(1) },
        };
    }

    /// <summary>Each trial has a pace of its own, log-normal with the spread given.</summary>
    private sealed class PacedProgram(double spread) : ISimulatedProgram
    {
        private static readonly StreamName Pace = new("pace");

        public SimulatedStep Next(in SimulatedTrial trial, Resource spent)
        {
            double normal = RandomStream
                .For(trial.Seed, Pace, trial.Attempt.Trial.Value, 0)
                .NextNormal();
            long next = spent.Units + 1;
            return SimulatedStep.Report(
                TimeSpan.FromSeconds(PortableMath.Exp(spread * normal)),
                next,
                Studies.Curve(trial.Configuration["x"].AsDouble(), next));
        }
    }
}
