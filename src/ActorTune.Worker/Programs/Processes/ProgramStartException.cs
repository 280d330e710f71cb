namespace ActorTune.Worker.Programs.Processes;

/// <summary>A program cannot be started; the message says why and the way out.</summary>
internal sealed class ProgramStartException(string message, Exception? cause = null)
    : Exception(message, cause);
