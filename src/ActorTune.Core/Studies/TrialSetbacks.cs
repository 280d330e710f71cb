namespace ActorTune.Studies;

/// <summary>How the attempts of a trial ended that ended before they were told to.</summary>
internal sealed class TrialSetbacks
{
    /// <summary>How the last of them ended.</summary>
    internal AttemptEnd? LastEnd { get; private set; }

    /// <summary>What was said about that end.</summary>
    internal string LastMessage { get; private set; } = string.Empty;

    /// <summary>Retries used up, by kind.</summary>
    internal int LostWorkerRetries { get; private set; }

    internal int HangRetries { get; private set; }

    internal int OutOfMemoryRetries { get; private set; }

    internal int ErrorRetries { get; private set; }

    internal void Note(AttemptEnd end, string message)
    {
        LastEnd = end;
        LastMessage = message;
    }

    internal void Count(AttemptEnd end)
    {
        switch (end)
        {
            case AttemptEnd.LostWorker:
                LostWorkerRetries++;
                break;
            case AttemptEnd.Hang:
                HangRetries++;
                break;
            case AttemptEnd.OutOfMemory:
                OutOfMemoryRetries++;
                break;
            case AttemptEnd.Returned or AttemptEnd.Interrupted:
                break;
            default:
                ErrorRetries++;
                break;
        }
    }

    /// <summary>Machines are new, and so is their right to fail.</summary>
    internal void ForgetMachines()
    {
        LostWorkerRetries = 0;
        HangRetries = 0;
        OutOfMemoryRetries = 0;
    }
}
