using ActorTune.Strategies.Samplers.Cfo;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.BlendSearch;

/// <summary>The saved form of the searches and of the trials that they wait for.</summary>
internal static class BlendSearchText
{
    internal static void Write(Utf8JsonWriter writer, SearchSpace space, SearchThreads threads)
    {
        writer.WriteNumber("begun", threads.BegunCount);
        if (double.IsFinite(threads.Best))
            writer.WriteNumber("best", threads.Best);
        writer.WritePropertyName("progress");
        threads.Global.Save(writer);
        writer.WriteStartArray("threads");
        foreach (LocalThread local in threads.Locals)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", local.Id);
            LocalSearchText.Write(writer, space, local.Search.Place);
            writer.WriteStartArray("opposites");
            foreach (Configuration opposite in local.Search.Opposites)
                ConfigurationText.Write(writer, space, opposite);
            writer.WriteEndArray();
            writer.WritePropertyName("progress");
            local.Progress.Save(writer);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static void Read(
        JsonElement saved, SearchSpace space, SearchThreads threads, Func<LocalSearch> create)
    {
        threads.BegunCount = saved.GetProperty("begun").GetInt32();
        if (saved.TryGetProperty("best", out JsonElement best))
            threads.Best = best.GetDouble();
        threads.Global = SearchProgress.Load(saved.GetProperty("progress"));
        foreach (JsonElement local in saved.GetProperty("threads").EnumerateArray())
        {
            LocalSearch search = create();
            search.Place = LocalSearchText.ReadPlace(local.GetProperty("place"), space);
            foreach (JsonElement opposite in local.GetProperty("opposites").EnumerateArray())
                search.Opposites.Add(ConfigurationText.Read(opposite, space));
            threads.Add(new LocalThread(
                local.GetProperty("id").GetInt32(),
                search,
                SearchProgress.Load(local.GetProperty("progress"))));
        }
    }

    internal static void Write(Utf8JsonWriter writer, SearchSpace space, BlendTrial live)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(live.Thread);
        LocalSearchText.Write(writer, space, live.Trial);
        writer.WriteEndArray();
    }

    internal static BlendTrial ReadTrial(JsonElement saved, SearchSpace space) =>
        new(saved[0].GetInt32(), LocalSearchText.ReadTrial(saved[1], space));
}
