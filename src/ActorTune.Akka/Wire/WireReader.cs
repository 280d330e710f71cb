using System.Text;
using Akka.Actor;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Akka.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote.</summary>
internal sealed class WireReader(ExtendedActorSystem system, Stream stream)
    : BinaryReader(stream, Encoding.UTF8)
{
    public StudyId ReadStudy() => new(ReadString());

    public WorkerId ReadWorker() => new(ReadString());

    public Epoch ReadEpoch() => new(ReadInt32());

    public Resource ReadResource() => new(ReadInt64());

    public AttemptId ReadAttempt() => new(new TrialNumber(ReadInt32()), ReadInt32());

    public Checkpoint ReadCheckpoint() => new(ReadAttempt(), ReadResource());

    public MetricSet ReadMetrics() => new(ReadList(ReadString), ReadList(ReadDouble));

    public Configuration ReadConfiguration()
    {
        string[] names = ReadList(ReadString);
        ParameterValue[] values = ReadList(ReadValue);
        return new Configuration(names.Zip(values, KeyValuePair.Create));
    }

    public ProgramSpecification ReadProgram() => new()
    {
        Function = ReadString(),
        Command = ReadList(ReadString),
        Isolated = ReadBoolean(),
        Resumes = ReadBoolean(),
        Environment = ReadList(ReadVariable),
        WorkingDirectory = ReadText(),
        TimeLimit = ReadOptional(ReadDuration),
        SilenceLimit = ReadOptional(ReadDuration),
        StopGrace = ReadDuration(),
    };

    public IActorRef<TMessage> ReadAddress<TMessage>()
    {
        AkkaRef address = system.Provider.ResolveActorRef(ReadString());
        return new AkkaActorRef<TMessage>(address, ShellName.Read(address.Path));
    }

    public T? ReadOptional<T>(Func<T> read)
        where T : struct => ReadBoolean() ? read() : null;

    public T[] ReadList<T>(Func<T> read)
    {
        // Each item takes a byte or more: a count beyond what is left is no list of ours.
        int count = ReadInt32();
        if (count < 0 || count > BaseStream.Length - BaseStream.Position)
            throw new InvalidDataException($"A list of {count} items does not fit its message.");
        var items = new T[count];
        for (int i = 0; i < count; i++)
            items[i] = read();
        return items;
    }

    public byte[] ReadPayload()
    {
        int length = ReadInt32();
        byte[] payload = ReadBytes(length);
        return payload.Length == length
            ? payload
            : throw new InvalidDataException($"A payload of {length} bytes does not fit.");
    }

    private ParameterValue ReadValue()
    {
        var kind = (ParameterValueKind)ReadByte();
        return kind switch
        {
            ParameterValueKind.Float => ParameterValue.Of(ReadDouble()),
            ParameterValueKind.Integer => ParameterValue.Of(ReadInt64()),
            ParameterValueKind.Boolean => ParameterValue.Of(ReadBoolean()),
            ParameterValueKind.Text => ParameterValue.Of(ReadString()),
            _ => throw new InvalidDataException($"There is no kind {kind} of value."),
        };
    }

    private EnvironmentVariable ReadVariable() => new(ReadString(), ReadText(), ReadText());

    private string? ReadText() => ReadBoolean() ? ReadString() : null;

    private TimeSpan ReadDuration() => new(ReadInt64());
}
