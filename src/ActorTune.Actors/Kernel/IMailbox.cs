namespace ActorTune.Actors;

/// <summary>Where a cell's work waits and what gives it its turns. Implementations call the cell
/// from one thread at a time.</summary>
internal interface IMailbox
{
    /// <summary>Never refused, never lost.</summary>
    void PostSystem(ActorCell? sender, in SystemMessage message);

    /// <summary>The cell has entered <see cref="CellPhase.Restarting"/>.</summary>
    void OnRestarting();
}

internal interface IMailbox<TMessage> : IMailbox
{
    /// <summary>What <c>Tell</c> does; any thread.</summary>
    void Post(TMessage message);

    /// <summary>Posts what the cell asked for itself; any thread.</summary>
    void PostOwn(TMessage message, EnvelopeGuard guard);
}
