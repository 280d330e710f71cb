using ActorTune.Worker.Programs.Processes;

namespace ActorTune.Hosting;

/// <summary>Ends what an engine that died left running, which still holds the devices.</summary>
internal static class LeftoverPrograms
{
    internal static void End(string recordsFolder, ILoggerFactory loggers)
    {
        ILogger logger = loggers.CreateLogger("ActorTune.Worker");
        foreach (SweptProgram ended in ProcessSweep.Run(recordsFolder))
            logger.LogWarning(
                "Killed trial program {Process} and what it started, {Count} in all, which an "
                + "earlier engine left running.",
                ended.Process,
                ended.KilledCount);
    }
}
