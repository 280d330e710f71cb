using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Schedulers.PopulationBased;

/// <summary>A trial of the population that has not ended.</summary>
internal sealed class Member(TrialNumber trial, Configuration configuration)
{
    internal TrialNumber Trial { get; } = trial;

    internal Configuration Configuration { get; } = configuration;

    internal MemberStatus Status { get; set; }

    /// <summary>The resource that it has reached; zero before any measurement.</summary>
    internal Resource Resource { get; set; }

    /// <summary>Its value at its latest comparison; null before any.</summary>
    internal double? Value { get; set; }

    internal void Save(Utf8JsonWriter writer, SearchSpace space)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Trial.Value);
        writer.WriteNumberValue((int)Status);
        writer.WriteNumberValue(Resource.Units);
        if (Value is { } value)
            writer.WriteNumberValue(value);
        else
            writer.WriteNullValue();
        ConfigurationText.Write(writer, space, Configuration);
        writer.WriteEndArray();
    }

    internal static Member Load(JsonElement state, SearchSpace space)
    {
        int status = state[1].GetInt32();
        SavedState.Demand(
            Enum.IsDefined((MemberStatus)status), "it has a member of an unknown status");
        return new Member(
            new TrialNumber(state[0].GetInt32()), ConfigurationText.Read(state[4], space))
        {
            Status = (MemberStatus)status,
            Resource = new Resource(state[2].GetInt64()),
            Value = state[3].ValueKind == JsonValueKind.Null ? null : state[3].GetDouble(),
        };
    }
}
