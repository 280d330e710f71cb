namespace ActorTune.Studies;

/// <summary>
/// Finds what would let timing into the decisions of a strict study, or let it wait for ever.
/// </summary>
internal static class StrictModeCheck
{
    private const string Strict = "under reproducible = strict";

    internal static void Run(StudySpecification specification, List<Problem> problems)
    {
        if (specification.Strict is not { } strict)
            return;
        Demand(
            strict.Slots is >= 1 and <= 10_000,
            "reproducible.slots",
            "needs the number of logical slots, from 1 to 10000: decisions depend on it, so it is "
                + "a part of the study",
            problems);
        Demand(
            strict.CheckEvery >= 0,
            "reproducible.check-every",
            "must not be negative; 0 checks nothing",
            problems);
        Demand(
            specification.Program.SilenceLimit is not null,
            "program.silence-limit",
            $"is needed {Strict}: everybody waits for a program that hangs; set it well above the "
                + "time between two reports",
            problems);
        RefuseLimits(specification, problems);
        RefuseSeconds(specification, problems);
    }

    private static void RefuseLimits(StudySpecification specification, List<Problem> problems)
    {
        Demand(
            specification.Program.TimeLimit is null,
            "program.time-limit",
            $"cannot be kept {Strict}: a trial would fail by how fast its machine is; use "
                + "silence-limit, after which it is tried again",
            problems);
        Demand(
            specification.Stop.WallTime is null,
            "stop.wall-time",
            $"cannot be kept {Strict}: the study would end by how fast its machines are; use "
                + "stop.total-resource or stop.trials",
            problems);
    }

    private static void RefuseSeconds(StudySpecification specification, List<Problem> problems)
    {
        Demand(
            specification.ResourceUnit != "second",
            "resource.unit",
            $"cannot be 'second' {Strict}: what is measured at a second depends on the machine; "
                + "count epochs, steps or samples",
            problems);
        Demand(
            specification.Scheduler.Name != "cost-asha",
            "scheduler",
            $"cannot be cost-asha {Strict}: it decides by measured seconds; use asha",
            problems);
        Demand(
            !CountsSeconds(specification.Sampler),
            "sampler",
            $"cannot count seconds {Strict}; use cost = resource",
            problems);
    }

    private static bool CountsSeconds(StrategyOptions sampler) => sampler.Options.Any(option =>
        option.Key == "cost" && option.Value.ToString() == "seconds");

    private static void Demand(bool holds, string path, string message, List<Problem> problems) =>
        StudySpecificationCheck.Demand(holds, path, message, problems);
}
