namespace ActorTune.Worker;

/// <summary>What a trial attempt accepts.</summary>
internal abstract record AttemptMessage;

internal sealed record AttemptInstructed(InstructTrial Instruct) : AttemptMessage, IControlMessage;

internal sealed record AttemptInterrupted(bool AtOnce) : AttemptMessage, IControlMessage;

internal sealed record AttemptRedirected(IActorRef<FromWorker> ReportTo) : AttemptMessage;

internal sealed record ProgramStarted(int? Process) : AttemptMessage;

internal sealed record ProgramReported(long Report, Resource Resource, MetricSet Metrics)
    : AttemptMessage;

internal sealed record ProgramCheckpointed(Resource Resource) : AttemptMessage;

internal sealed record ProgramEnded(AttemptEnd End, string Message) : AttemptMessage;

internal sealed record SilenceOver : AttemptMessage;

internal sealed record TimeOver : AttemptMessage;

internal sealed record GraceOver : AttemptMessage;

internal sealed record ResendDue : AttemptMessage;
