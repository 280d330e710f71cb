using ActorTune.Protocol;
using ActorTune.Studies.Effects;
using ActorTune.Trials;

namespace ActorTune.Akka.Wire;

/// <summary>Between a study and its workers.</summary>
internal static class WorkerForms
{
    public static IEnumerable<WireForm> All => [.. FromStudies, ListForm, .. FromWorkers];

    private static IEnumerable<WireForm> FromStudies =>
    [
        WireForm.Of("begin-trial/1", WriteBegin, ReadBegin),
        WireForm.Of("instruct-trial/1", WriteInstruct, ReadInstruct),
        WireForm.Of<DropTrialCheckpoint>(
            "drop-checkpoint/1",
            (to, drop) =>
            {
                WriteHead(to, drop);
                to.Write(drop.Checkpoint);
            },
            from => new(from.ReadStudy(), from.ReadEpoch(), from.ReadCheckpoint())),
        WireForm.Of<InterruptStudy>(
            "interrupt-study/1",
            (to, interrupt) =>
            {
                WriteHead(to, interrupt);
                to.Write(interrupt.AtOnce);
            },
            from => new(from.ReadStudy(), from.ReadEpoch(), from.ReadBoolean())),
    ];

    private static WireForm ListForm => WireForm.Of<ListTrials>(
        "list-trials/1",
        (to, list) =>
        {
            WriteHead(to, list);
            to.WriteAddress(list.ReplyTo);
            to.WriteAddress(list.ReportTo);
        },
        from => new(
            from.ReadStudy(),
            from.ReadEpoch(),
            from.ReadAddress<RunningTrials>(),
            from.ReadAddress<FromWorker>()));

    private static IEnumerable<WireForm> FromWorkers =>
    [
        WireForm.Of<RunningTrials>(
            "running-trials/1",
            (to, running) =>
            {
                to.Write(running.Worker);
                to.WriteList(running.Attempts, to.Write);
            },
            from => new(from.ReadWorker(), from.ReadList(from.ReadAttempt))),
        WireForm.Of<TrialBegan>(
            "trial-began/1",
            (to, began) =>
            {
                WriteHead(to, began);
                to.WriteOptional(began.Process, to.Write);
            },
            from => new(
                from.ReadStudy(), from.ReadAttempt(), from.ReadOptional(from.ReadInt32))),
        WireForm.Of("trial-reported/1", WriteReported, ReadReported),
        WireForm.Of("trial-ended/1", WriteEnded, ReadEnded),
    ];

    private static void WriteBegin(WireWriter to, BeginTrial begin)
    {
        WriteHead(to, begin);
        BeginAttempt attempt = begin.Begin;
        to.Write(attempt.Attempt);
        to.Write(attempt.Worker);
        to.Write(attempt.Offer.Value);
        to.WriteList(attempt.Slots, to.Write);
        to.Write(attempt.Configuration);
        to.Write(attempt.Seed);
        to.WriteOptional(attempt.From, to.Write);
        to.WriteOptional(attempt.Until, to.Write);
        to.Write(begin.Program);
        to.Write(begin.Objective);
        to.Write(begin.ResourceUnit);
        to.WriteAddress(begin.ReplyTo);
    }

    private static BeginTrial ReadBegin(WireReader from) => new(
        from.ReadStudy(),
        from.ReadEpoch(),
        new BeginAttempt(
            from.ReadAttempt(),
            from.ReadWorker(),
            new(from.ReadInt64()),
            from.ReadList(from.ReadInt32),
            from.ReadConfiguration(),
            from.ReadUInt64(),
            from.ReadOptional(from.ReadCheckpoint),
            from.ReadOptional(from.ReadResource)),
        from.ReadProgram(),
        from.ReadString(),
        from.ReadString(),
        from.ReadAddress<FromWorker>());

    private static void WriteInstruct(WireWriter to, InstructTrial instruct)
    {
        WriteHead(to, instruct);
        to.Write(instruct.Attempt);
        to.Write(instruct.Report);
        to.Write((byte)instruct.Instruction);
        to.WriteOptional(instruct.Until, to.Write);
    }

    private static InstructTrial ReadInstruct(WireReader from) => new(
        from.ReadStudy(),
        from.ReadEpoch(),
        from.ReadAttempt(),
        from.ReadInt64(),
        ReadEnum<AttemptInstruction>(from),
        from.ReadOptional(from.ReadResource));

    private static void WriteReported(WireWriter to, TrialReported reported)
    {
        WriteHead(to, reported);
        to.Write(reported.Report);
        to.Write(reported.Resource);
        to.Write(reported.Metrics);
        to.WriteOptional(reported.Checkpoint, to.Write);
    }

    private static TrialReported ReadReported(WireReader from) => new(
        from.ReadStudy(),
        from.ReadAttempt(),
        from.ReadInt64(),
        from.ReadResource(),
        from.ReadMetrics(),
        from.ReadOptional(from.ReadResource));

    private static void WriteEnded(WireWriter to, TrialEnded ended)
    {
        WriteHead(to, ended);
        to.Write((byte)ended.End);
        to.Write(ended.Message);
        to.WriteOptional(ended.Checkpoint, to.Write);
        to.Write(ended.Reports);
    }

    private static TrialEnded ReadEnded(WireReader from) => new(
        from.ReadStudy(),
        from.ReadAttempt(),
        ReadEnum<AttemptEnd>(from),
        from.ReadString(),
        from.ReadOptional(from.ReadResource),
        from.ReadInt64());

    private static void WriteHead(WireWriter to, ToWorker message)
    {
        to.Write(message.Study);
        to.Write(message.Epoch);
    }

    private static void WriteHead(WireWriter to, FromWorker message)
    {
        to.Write(message.Study);
        to.Write(message.Attempt);
    }

    private static T ReadEnum<T>(WireReader from)
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), from.ReadByte());
        return Enum.IsDefined(value)
            ? value
            : throw new InvalidDataException($"There is no {typeof(T).Name} {value}.");
    }
}
