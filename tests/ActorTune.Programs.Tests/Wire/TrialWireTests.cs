using System.Text;

namespace ActorTune.Programs.Tests.Wire;

public sealed class TrialWireTests
{
    public static TheoryData<TrialMessage, string> Messages => new()
    {
        {
            new HelloMessage(1, "test"),
            "{'type':'hello','protocol':1,'client':'test'}"
        },
        {
            new AssignmentMessage(
                Assignments.In("/a", until: 9) with
                {
                    Resume = new TrialResume(new Resource(3), "/c"),
                    Slots = [0, 3],
                },
                64),
            "{'type':'assignment','protocol':1,'study':'digits','trial':12,'attempt':2,"
            + "'configuration':{'learning-rate':0.125,'layers':2,'optimizer':'adam-w',"
            + "'nesterov':true},'seed':'18446744073709551614','objective':'accuracy',"
            + "'unit':'epoch','folder':'/a','slots':[0,3],'resumes':true,'until':9,"
            + "'resume':{'resource':3,'folder':'/c'},'credit':64}"
        },
        {
            new ReportMessage(
                2,
                new Resource(3),
                new MetricSet(
                    ["a", "b", "c", "d"],
                    [0.1, double.NaN, double.PositiveInfinity, double.NegativeInfinity]),
                true),
            "{'type':'report','report':2,'resource':3,'metrics':{'a':0.1,'b':'NaN',"
            + "'c':'Infinity','d':'-Infinity'},'barrier':true}"
        },
        {
            new CheckpointMessage(new Resource(3), "/a/checkpoint-3"),
            "{'type':'checkpoint','resource':3,'folder':'/a/checkpoint-3'}"
        },
        {
            new EndMessage(new AttemptOutcome(AttemptEnd.OutOfMemory, "X: \"y\"")),
            "{'type':'end','end':'out-of-memory','error':'X: ^y^'}"
        },
        {
            new ReplyMessage(2, new TrialReply(AttemptInstruction.Complete, null, true)),
            "{'type':'reply','report':2,'instruction':'complete','until':null,'checkpoint':true}"
        },
        { new StopMessage(), "{'type':'stop'}" },
    };

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void Each_message_has_one_form_and_reads_back(TrialMessage message, string line)
    {
        ReadOnlyMemory<byte> bytes = TrialWire.Encode(message);

        string expected = line.Replace('\'', '"').Replace("^", "\\\"") + "\n";
        Assert.Equal(expected, Encoding.UTF8.GetString(bytes.Span));
        TrialMessage read = TrialWire.Decode(bytes[..^1]);
        Assert.Equal(message.GetType(), read.GetType());
        Assert.Equal(expected, Encoding.UTF8.GetString(TrialWire.Encode(read).Span));
    }

    [Theory]
    [InlineData("1.0", ParameterValueKind.Float)]
    [InlineData("1E-05", ParameterValueKind.Float)]
    [InlineData("1", ParameterValueKind.Integer)]
    [InlineData("\"1\"", ParameterValueKind.Text)]
    [InlineData("false", ParameterValueKind.Boolean)]
    public void Values_keep_their_kind(string value, ParameterValueKind kind)
    {
        string line = Encoding.UTF8.GetString(TrialWire.Encode(
            new AssignmentMessage(Assignments.In("/a"), 1)).Span).Replace("0.125", value);

        var read = (AssignmentMessage)TrialWire.Decode(Encoding.UTF8.GetBytes(line));

        Assert.Equal(kind, read.Assignment.Configuration["learning-rate"].Kind);
    }

    [Theory]
    [InlineData("nonsense", "is refused")]
    [InlineData("[]", "'message' must be an object")]
    [InlineData("{}", "the message lacks 'type'")]
    [InlineData("""{"type":"greeting"}""", "no message of type 'greeting'")]
    [InlineData("""{"type":"hello","protocol":"1","client":""}""", "'protocol' must be a whole")]
    [InlineData("""{"type":"checkpoint","resource":-1,"folder":""}""", "at least 0, got -1")]
    [InlineData(
        """{"type":"report","report":1,"resource":1,"metrics":{"a":"low"},"barrier":false}""",
        "'a' must be a number")]
    [InlineData(
        """{"type":"report","report":1,"resource":1,"metrics":{},"barrier":false}""",
        "at least one metric")]
    [InlineData("""{"type":"end","end":"hang","error":""}""", "one of returned, error,")]
    [InlineData("""{"type":"stop","type":"stop"}""", "is refused")]
    public void What_is_no_message_is_refused_with_its_reason(string line, string reason)
    {
        var error = Assert.Throws<TrialProtocolException>(
            () => TrialWire.Decode(Encoding.UTF8.GetBytes(line)));

        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void Members_that_are_not_known_are_passed_over() => Assert.Equal(
        new StopMessage(), TrialWire.Decode("""{"type":"stop","why":"later"}"""u8.ToArray()));
}
