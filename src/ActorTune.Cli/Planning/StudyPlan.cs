using ActorTune.Simulation;

namespace ActorTune.Cli.Planning;

/// <summary>
/// What a study will do, as far as that can be told without training: the real sampler and
/// scheduler over neutral curves, where a trial's quality has nothing to do with its parameters.
/// </summary>
internal static class StudyPlan
{
    /// <summary>How many trials are planned where no condition counts trials or resource.</summary>
    internal const int TrialsOfOpenEnd = 100;

    /// <summary>The stop conditions that a simulation can have.</summary>
    internal static StopConditions Bounded(StudySpecification specification)
    {
        StopConditions stop = specification.Stop with
        {
            Target = null,
            WallTime = null,
            NoImprovement = null,
            RegretBound = null,
        };
        bool isBounded = stop.Trials is not null || stop.TotalResource is not null
            || specification.Sampler.Name == "grid"
            || specification.Scheduler.Name is "pb2" or "pbt";
        return isBounded ? stop : stop with { Trials = TrialsOfOpenEnd };
    }

    /// <summary>Runs the study to its end in virtual time.</summary>
    internal static StudyState Simulate(StudySpecification specification, int slots)
    {
        StudySpecification bounded = specification with { Stop = Bounded(specification) };
        long? length = specification.MaxResource is null ? 1 : null;
        Direction direction = specification.Objective.Direction;
        var program = new CurveProgram(
            (trial, epoch) => Curve(trial.Seed, trial.Attempt.Trial, epoch, direction),
            unitTime: null,
            length);
        var options = new SimulationOptions { Slots = slots, KeepEvents = false };
        return StudySimulation.Run(bounded, program, options).State;
    }

    /// <summary>A value that improves with training towards one drawn for the trial.</summary>
    private static double Curve(ulong seed, TrialNumber trial, long epoch, Direction direction)
    {
        double limit = Unit(seed ^ (ulong)trial.Value);
        double error = limit + (1 - limit) / (1 + epoch) + 0.1 * Unit(seed + (ulong)epoch) / epoch;
        return direction == Direction.Minimize ? error : -error;
    }

    /// <summary>
    /// SplitMix64's finaliser (Steele, Lea and Flood, OOPSLA 2014) as a number in [0, 1).
    /// </summary>
    private static double Unit(ulong bits)
    {
        bits += 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return ((bits ^ (bits >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
