namespace ActorTune.Simulation;

/// <summary>An attempt that runs in virtual time, with the one step that it will do next.</summary>
internal sealed class SimulatedAttempt(SimulatedTrial trial, Resource spent, Resource? until)
{
    internal SimulatedTrial Trial { get; } = trial;

    internal Resource Spent { get; set; } = spent;

    internal Resource? Until { get; set; } = until;

    internal bool IsAtBarrier => Until is { } until && Spent >= until;

    /// <summary>Whether it does nothing until it is told to.</summary>
    internal bool IsWaiting { get; set; }

    internal long Report { get; set; }

    internal SimulatedStep Step { get; set; }

    internal DateTimeOffset Due { get; set; }
}
