namespace ActorTune.Akka;

/// <summary>What a shell, its mailbox and its host share about one actor.</summary>
internal abstract class ShellSetup(AkkaActorHost host, ActorPath path, ActorOptions options)
{
    private readonly TaskCompletionSource _stopped =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile ShellPhase _phase;

    public AkkaActorHost Host { get; } = host;

    public ActorPath Path { get; } = path;

    public ActorOptions Options { get; } = options;

    public bool IsChild { get; init; }

    public Task WhenStopped => _stopped.Task;

    /// <summary>Written on the actor's turn only; the mailbox reads it on any thread.</summary>
    public ShellPhase Phase
    {
        get => _phase;
        set => _phase = value;
    }

    public void SetStopped() => _stopped.TrySetResult();
}

internal sealed class ShellSetup<TMessage>(
    AkkaActorHost host, ActorPath path, ActorOptions options, Func<Actor<TMessage>> factory)
    : ShellSetup(host, path, options)
{
    public Func<Actor<TMessage>> Factory { get; } = factory;
}
