using ActorTune.Programs;

namespace ActorTune.Worker.Programs.Processes;

/// <summary>What is known when a program has ended, and what that means.</summary>
internal sealed record ProgramEnd
{
    private const int SignalBase = 128;
    private const int GreatestSignal = 64;

    /// <summary>The exit code; 128 and the signal's number when one ended it.</summary>
    internal required int ExitCode { get; init; }

    /// <summary>The last line on standard error; may be empty.</summary>
    internal required string LastError { get; init; }

    /// <summary>What the program said on the channel; null: nothing.</summary>
    internal required AttemptOutcome? Said { get; init; }

    /// <summary>Whether it spoke the channel's protocol.</summary>
    internal required bool WasConnected { get; init; }

    /// <summary>Whether it had been told to end.</summary>
    internal required bool WasToldToEnd { get; init; }

    /// <summary>Why we ended it; null when we did not.</summary>
    internal required AttemptOutcome? Refusal { get; init; }

    /// <summary>How many processes it left behind.</summary>
    internal required int LeftBehind { get; init; }

    /// <summary>Whether these were ended.</summary>
    internal required bool AreGone { get; init; }

    /// <summary>How the attempt ended.</summary>
    internal AttemptOutcome Classify()
    {
        AttemptOutcome outcome = Refusal ?? OfProgram();
        string left = Left();
        return left.Length == 0
            ? outcome
            : outcome with
            {
                Error = outcome.Error.Length == 0 ? left : $"{outcome.Error}; {left}",
            };
    }

    private AttemptOutcome OfProgram()
    {
        if (Said is { } said && (said.End != AttemptEnd.Returned || ExitCode == 0))
            return said;
        if (ExitCode == 0)
            return AttemptOutcome.Returned;
        if (WasToldToEnd)
            return AttemptOutcome.Returned with { Error = $"told to end, it {Exit()}" };
        bool isOutOfMemory = WasConnected && ExitCode == TrialExitCode.OutOfMemory;
        string because = LastError.Length == 0 ? string.Empty : $": {LastError}";
        AttemptEnd end = (ExitCode - SignalBase) switch
        {
            Signal.HangUp or Signal.Kill or Signal.Terminate => AttemptEnd.OutsideSignal,
            _ => isOutOfMemory ? AttemptEnd.OutOfMemory : AttemptEnd.Error,
        };
        return new AttemptOutcome(end, $"the program {Exit()}{because}");
    }

    // A shell ends with the same codes when a signal ended the command that it waited for.
    private string Exit()
    {
        int signal = ExitCode - SignalBase;
        if (signal is <= 0 or > GreatestSignal)
            return string.Create(CultureInfo.InvariantCulture, $"exited with code {ExitCode}");
        string hint = signal == Signal.Kill && !WasToldToEnd ? " (often: out of memory)" : "";
        return $"was ended by {Signal.NameOf(signal)}{hint}";
    }

    private string Left() => (LeftBehind, AreGone) switch
    {
        (0, _) => string.Empty,
        (_, true) => string.Create(
            CultureInfo.InvariantCulture,
            $"it left {Processes()} behind, which were killed"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"it left {Processes()} behind, some of which could not be killed"),
    };

    private string Processes() => string.Create(
        CultureInfo.InvariantCulture, $"{LeftBehind} process{(LeftBehind == 1 ? "" : "es")}");
}
