using System.Text.Json;

namespace ActorTune.Programs.Wire;

/// <summary>Reads messages from JSON objects; what is missing or odd is an error.</summary>
internal static class MessageReader
{
    internal static TrialMessage Read(JsonFields fields) => fields.Text("type") switch
    {
        "hello" => new HelloMessage((int)fields.Integer("protocol", 1), fields.Text("client")),
        "assignment" => ReadAssignment(fields),
        "report" => ReadReport(fields),
        "checkpoint" => new CheckpointMessage(fields.Resource("resource"), fields.Text("folder")),
        "end" => new EndMessage(new AttemptOutcome(
            fields.Named("end", MessageNames.Ends), fields.Text("error"))),
        "reply" => ReadReply(fields),
        "stop" => new StopMessage(),
        string other => throw new JsonException(
            $"there is no message of type '{other}'; known are {MessageNames.AllTypes}."),
    };

    private static AssignmentMessage ReadAssignment(JsonFields fields)
    {
        long protocol = fields.Integer("protocol", 1);
        if (protocol != TrialWire.Protocol)
            throw new JsonException(
                $"the engine speaks protocol {protocol}, this library {TrialWire.Protocol}: use "
                + "the library that belongs to the engine.");
        int trial = (int)fields.Integer("trial", 0, int.MaxValue);
        int attempt = (int)fields.Integer("attempt", 1, int.MaxValue);
        var assignment = new TrialAssignment
        {
            Study = new StudyId(fields.Text("study")),
            Attempt = new AttemptId(new TrialNumber(trial), attempt),
            Configuration = ReadConfiguration(fields.Object("configuration")),
            Seed = ReadSeed(fields.Text("seed")),
            Objective = fields.Text("objective"),
            ResourceUnit = fields.Text("unit"),
            Folder = fields.Text("folder"),
            Slots = fields.Integers("slots"),
            Resumes = fields.Boolean("resumes"),
            Until = fields.ResourceOrNull("until"),
            Resume = fields.IsNull("resume") ? null : ReadResume(fields.Object("resume")),
        };
        return new AssignmentMessage(assignment, (int)fields.Integer("credit", 1, int.MaxValue));
    }

    private static TrialResume ReadResume(JsonFields fields) =>
        new(fields.Resource("resource"), fields.Text("folder"));

    private static ulong ReadSeed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new JsonException($"the seed '{text}' is no whole number below 2^64.");

    private static Configuration ReadConfiguration(JsonFields fields) => new(
        fields.Members().Select(one => KeyValuePair.Create(one.Name, one.ParameterValue())));

    private static ReportMessage ReadReport(JsonFields fields)
    {
        JsonFields[] metrics = [.. fields.Object("metrics").Members()];
        return new ReportMessage(
            fields.Integer("report", 1),
            fields.Resource("resource"),
            new MetricSet(
                [.. metrics.Select(metric => metric.Name)],
                [.. metrics.Select(metric => metric.Metric())]),
            fields.Boolean("barrier"));
    }

    private static ReplyMessage ReadReply(JsonFields fields) => new(
        fields.Integer("report", 0),
        new TrialReply(
            fields.Named("instruction", MessageNames.Instructions),
            fields.ResourceOrNull("until"),
            fields.Boolean("checkpoint")));
}
