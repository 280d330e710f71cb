namespace ActorTune.Journal.Format;

/// <summary>The stored form of stop conditions and of the failure policy.</summary>
internal static class PolicyJson
{
    internal static void WriteStop(Utf8JsonWriter writer, StopConditions stop)
    {
        writer.WriteStartObject(FieldNames.Stop);
        if (stop.Trials is { } trials)
            writer.WriteNumber("trials", trials);
        if (stop.WallTime is { } time)
            writer.WriteString("wall-time", DurationText(time));
        if (stop.TotalResource is { } resource)
            writer.WriteNumber("total-resource", resource);
        if (stop.Target is { } target)
            writer.WriteNumber("target", target);
        if (stop.NoImprovement is { } limit)
        {
            writer.WriteStartObject("no-improvement");
            writer.WriteNumber("trials", limit.Trials);
            writer.WriteNumber("min-delta", limit.MinDelta);
            writer.WriteEndObject();
        }

        if (stop.RegretBound is { } bound)
            WriteRegretBound(writer, bound);
        writer.WriteString("mode", Words.EndModes[stop.Mode]);
        writer.WriteNumber("finish-best", stop.FinishBest);
        writer.WriteEndObject();
    }

    internal static StopConditions ReadStop(JsonElement element)
    {
        var fields = new ObjectFields("stop conditions", element);
        var stop = new StopConditions
        {
            Trials = fields.Find("trials")?.GetInt32(),
            WallTime = fields.FindDuration("wall-time"),
            TotalResource = fields.Find("total-resource")?.GetInt64(),
            Target = fields.Find("target")?.GetDouble(),
            NoImprovement = fields.Find("no-improvement") is { } limit
                ? ReadNoImprovement(limit)
                : null,
            RegretBound = fields.Find("regret-bound") is { } bound
                ? ReadRegretBound(bound)
                : null,
            Mode = Words.EndModes.Parse(fields.Text("mode")),
            FinishBest = fields.Integer("finish-best"),
        };
        fields.Finish();
        return stop;
    }

    private static NoImprovement ReadNoImprovement(JsonElement element)
    {
        var fields = new ObjectFields("no-improvement", element);
        var limit = new NoImprovement(
            fields.Integer("trials"), fields.Take("min-delta").GetDouble());
        fields.Finish();
        return limit;
    }

    private static void WriteRegretBound(Utf8JsonWriter writer, RegretBound bound)
    {
        writer.WriteStartObject("regret-bound");
        if (bound.Error is { } error)
            writer.WriteNumber("error", error);
        writer.WriteNumber("min-trials", bound.MinTrials);
        writer.WriteEndObject();
    }

    private static RegretBound ReadRegretBound(JsonElement element)
    {
        var fields = new ObjectFields("regret-bound", element);
        var bound = new RegretBound(
            fields.Find("error")?.GetDouble(), fields.Integer("min-trials"));
        fields.Finish();
        return bound;
    }

    internal static void WriteFailures(Utf8JsonWriter writer, FailurePolicy policy)
    {
        writer.WriteStartObject("failures");
        writer.WriteNumber("lost-worker-retries", policy.LostWorkerRetries);
        writer.WriteNumber("hang-retries", policy.HangRetries);
        writer.WriteNumber("out-of-memory-retries", policy.OutOfMemoryRetries);
        writer.WriteNumber("error-retries", policy.ErrorRetries);
        writer.WriteNumber("abort-after-failures-in-row", policy.AbortAfterFailuresInRow);
        writer.WriteNumber("abort-when-first-all-fail", policy.AbortWhenFirstAllFail);
        writer.WriteEndObject();
    }

    internal static FailurePolicy ReadFailures(JsonElement element)
    {
        var fields = new ObjectFields("a failure policy", element);
        var policy = new FailurePolicy
        {
            LostWorkerRetries = fields.Integer("lost-worker-retries"),
            HangRetries = fields.Integer("hang-retries"),
            OutOfMemoryRetries = fields.Integer("out-of-memory-retries"),
            ErrorRetries = fields.Integer("error-retries"),
            AbortAfterFailuresInRow = fields.Integer("abort-after-failures-in-row"),
            AbortWhenFirstAllFail = fields.Integer("abort-when-first-all-fail"),
        };
        fields.Finish();
        return policy;
    }

    internal static void WriteStrict(Utf8JsonWriter writer, StrictMode strict)
    {
        writer.WriteStartObject("reproducible");
        writer.WriteString("mode", "strict");
        writer.WriteNumber("slots", strict.Slots);
        writer.WriteNumber("check-every", strict.CheckEvery);
        writer.WriteEndObject();
    }

    internal static StrictMode ReadStrict(JsonElement element)
    {
        var fields = new ObjectFields("reproducible", element);
        if (fields.Text("mode") is not "strict" and var mode)
            throw new JsonException($"there is no mode '{mode}'");
        var strict = new StrictMode(fields.Integer("slots"), fields.Integer("check-every"));
        fields.Finish();
        return strict;
    }

    internal static string DurationText(TimeSpan duration) =>
        duration.ToString("c", CultureInfo.InvariantCulture);
}
