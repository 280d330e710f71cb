using System.Text;
using Akka.Actor;
using ActorTune.Objectives;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Akka.Wire;

/// <summary>Writes what messages are made of, in binary; numbers keep their bits.</summary>
internal sealed class WireWriter(ExtendedActorSystem system, Stream stream)
    : BinaryWriter(stream, Encoding.UTF8)
{
    public void Write(StudyId study) => Write(study.Name);

    public void Write(WorkerId worker) => Write(worker.Name);

    public void Write(Epoch epoch) => Write(epoch.Value);

    public void Write(Resource resource) => Write(resource.Units);

    public void Write(AttemptId attempt)
    {
        Write(attempt.Trial.Value);
        Write(attempt.Number);
    }

    public void Write(Checkpoint checkpoint)
    {
        Write(checkpoint.Attempt);
        Write(checkpoint.Resource);
    }

    public void Write(MetricSet metrics)
    {
        WriteList(metrics.Names, Write);
        WriteList(metrics.Values, Write);
    }

    public void Write(Configuration configuration)
    {
        WriteList(configuration.Names, Write);
        WriteList(configuration.Values, Write);
    }

    public void Write(ParameterValue value)
    {
        Write((byte)value.Kind);
        switch (value.Kind)
        {
            case ParameterValueKind.Float:
                Write(value.AsDouble());
                break;
            case ParameterValueKind.Integer:
                Write(value.AsInt64());
                break;
            case ParameterValueKind.Boolean:
                Write(value.AsBoolean());
                break;
            default:
                Write(value.AsText());
                break;
        }
    }

    public void Write(ProgramSpecification program)
    {
        Write(program.Function);
        WriteList(program.Command, Write);
        Write(program.Isolated);
        Write(program.Resumes);
        WriteList(program.Environment, Write);
        WriteText(program.WorkingDirectory);
        WriteOptional(program.TimeLimit, Write);
        WriteOptional(program.SilenceLimit, Write);
        Write(program.StopGrace);
    }

    public void Write(TimeSpan duration) => Write(duration.Ticks);

    /// <summary>An address that other nodes can send to.</summary>
    public void WriteAddress<TMessage>(IActorRef<TMessage> address)
    {
        AkkaPath path = PublishedAddress.Of(system, address).Path;
        Write(path.Address.HasLocalScope
            ? path.ToSerializationFormatWithAddress(system.Provider.DefaultAddress)
            : path.ToSerializationFormat());
    }

    public void WriteText(string? text)
    {
        Write(text is not null);
        if (text is not null)
            Write(text);
    }

    public void WriteOptional<T>(T? value, Action<T> write)
        where T : struct
    {
        Write(value.HasValue);
        if (value is { } present)
            write(present);
    }

    public void WriteList<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Write(items.Count);
        foreach (T item in items)
            write(item);
    }

    private void Write(EnvironmentVariable variable)
    {
        Write(variable.Name);
        WriteText(variable.Value);
        WriteText(variable.Reference);
    }
}
