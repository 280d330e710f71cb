using ActorTune.Objectives;
using ActorTune.Spaces;

namespace ActorTune.Journal.Tests.Format;

public sealed class StudyEventCodecTests
{
    [Fact]
    public void Any_metric_comes_back_bit_by_bit()
    {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++)
        {
            double value = BitConverter.Int64BitsToDouble(AnyInteger(random));
            value = double.IsNaN(value) ? double.NaN : value;
            var metrics = new MetricSet("x", value);
            var written = StudyEventSamples.Measurement with { Metrics = metrics };
            var read = (MeasurementReported)EventBytes.Read(EventBytes.Write(written));
            Assert.Equal(
                BitConverter.DoubleToInt64Bits(value),
                BitConverter.DoubleToInt64Bits(read.Metrics.Values[0]));
        }
    }

    [Fact]
    public void Any_parameter_value_keeps_its_kind_and_bits()
    {
        var random = new Random(2);
        for (int i = 0; i < 10_000; i++)
        {
            double number = BitConverter.Int64BitsToDouble(AnyInteger(random));
            number = double.IsFinite(number) ? number : i;
            KeyValuePair<string, ParameterValue>[] values =
            [
                KeyValuePair.Create("a", ParameterValue.Of(number)),
                KeyValuePair.Create("b", ParameterValue.Of(Math.Floor(number))),
                KeyValuePair.Create("c", ParameterValue.Of(AnyInteger(random))),
                KeyValuePair.Create("d", ParameterValue.Of((double)i)),
                KeyValuePair.Create("e", ParameterValue.Of((long)i)),
            ];
            var written = new TrialEnqueued(new Configuration(values));
            Assert.Equal(written, EventBytes.Read(EventBytes.Write(written)));
        }
    }

    [Fact]
    public void Fields_may_come_in_any_order_with_space_between()
    {
        StudyEvent read = EventBytes.Read(
            """{ "e": "attempt-started", "v": 1, "process": 7, "attempt": 2, "trial": 1 }""");
        Assert.Equal(new AttemptStarted(new AttemptId(new TrialNumber(1), 2), 7), read);
    }

    [Fact]
    public void Sets_of_the_same_metrics_share_their_names()
    {
        string text = EventBytes.Write(StudyEventSamples.Measurement);
        var first = (MeasurementReported)EventBytes.Read(text);
        var second = (MeasurementReported)EventBytes.Read(text);
        Assert.Same(first.Metrics.Names, second.Metrics.Names);
        Assert.NotSame(first.Metrics.Values, second.Metrics.Values);
    }

    [Fact]
    public void More_metrics_than_usual_are_read_too()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"metric-{i}")];
        double[] values = [.. Enumerable.Range(0, 100).Select(i => i / 7.0)];
        var written = StudyEventSamples.Measurement with { Metrics = new MetricSet(names, values) };
        Assert.Equal(written, EventBytes.Read(EventBytes.Write(written)));
    }

    [Theory]
    [InlineData("""{"e":"trial-teleported","v":1}""", JournalFailure.TooNew,
        "The journal holds an event 'trial-teleported' (version 1) that this build does not know. "
            + "Use the build that wrote it or a later one.")]
    [InlineData("""{"e":"attempt-lost","v":2,"trial":1,"attempt":1}""", JournalFailure.TooNew,
        "The journal holds 'attempt-lost' in version 2; this build reads it up to version 1. Use "
            + "the build that wrote it or a later one.")]
    [InlineData("""{"e":"attempt-lost","v":0,"trial":1,"attempt":1}""", JournalFailure.Damaged,
        "The journal holds 'attempt-lost' in version 0; this build reads version 1 and has no "
            + "upcaster from the older one. Use an older build, and report this: the journal "
            + "itself is whole.")]
    public void A_form_not_known_is_refused(string text, JournalFailure failure, string message)
    {
        var error = Assert.Throws<JournalException>(() => EventBytes.Read(text));
        Assert.Equal(failure, error.Failure);
        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("""{"e":"attempt-lost","v":1,"trial":1}""", "it lacks 'attempt'")]
    [InlineData(
        """{"e":"attempt-lost","v":1,"trial":1,"attempt":1,"offer":2}""",
        "it has no field 'offer'")]
    [InlineData(
        """{"e":"attempt-lost","v":1,"trial":1,"trial":1}""", "the field 'trial' comes twice")]
    [InlineData("""{"e":"attempt-lost","v":1,"color":1}""", "there is no field 'color'")]
    [InlineData("""{"e":"attempt-lost","v":1,"trial":"1","attempt":1}""", "")]
    [InlineData("""{"e":"attempt-lost","v":1,"trial":-1,"attempt":1}""", "")]
    [InlineData("""{"e":"attempt-lost","v":1,"trial":1.5,"attempt":1}""", "")]
    [InlineData(
        """{"e":"attempt-ended","v":1,"trial":1,"attempt":1,"end":"boredom","message":""}""",
        "'boredom' is not one of 'returned', ")]
    [InlineData("""{"e":"attempt-lost","trial":1}""", "its 'v' is missing or out of place")]
    [InlineData("""{"v":1,"e":"attempt-lost"}""", "its 'e' is missing or out of place")]
    [InlineData("""{"e":"attempt-lost","v":1""", "")]
    [InlineData("""[]""", "an event must be an object")]
    public void A_damaged_event_is_refused(string text, string message)
    {
        var error = Assert.Throws<JournalException>(() => EventBytes.Read(text));
        Assert.Equal(JournalFailure.Damaged, error.Failure);
        Assert.Contains(message, error.Message);
        Assert.EndsWith("Restore the journal from a copy.", error.Message);
    }

    [Fact]
    public void An_upcaster_reads_the_older_form()
    {
        var upcasters = new Upcasters(new AttemptLostWithoutNumber());
        StudyEvent read = EventBytes.Read("""{"e":"attempt-lost","v":0,"trial":5}""", upcasters);
        Assert.Equal(new AttemptLost(new AttemptId(new TrialNumber(5), 1)), read);
    }

    [Fact]
    public void Upcasters_follow_each_other_and_may_rename()
    {
        var upcasters = new Upcasters(new Renaming(), new AttemptLostWithoutNumber());
        StudyEvent read = EventBytes.Read("""{"e":"run-lost","v":7,"trial":5}""", upcasters);
        Assert.Equal(new AttemptLost(new AttemptId(new TrialNumber(5), 1)), read);
    }

    [Fact]
    public void Two_upcasters_of_one_form_are_refused() => Assert.Throws<ArgumentException>(
        () => new Upcasters(new AttemptLostWithoutNumber(), new AttemptLostWithoutNumber()));

    private static long AnyInteger(Random random) =>
        random.NextInt64(long.MinValue, long.MaxValue);

    /// <summary>As if version 0 had known only one attempt of each trial.</summary>
    private sealed class AttemptLostWithoutNumber : IUpcaster
    {
        public string Event => "attempt-lost";

        public int Version => 0;

        public void Upcast(JsonElement old, Utf8JsonWriter newer)
        {
            newer.WriteStartObject();
            newer.WriteString("e", "attempt-lost");
            newer.WriteNumber("v", 1);
            newer.WriteNumber("trial", old.GetProperty("trial").GetInt32());
            newer.WriteNumber("attempt", 1);
            newer.WriteEndObject();
        }
    }

    private sealed class Renaming : IUpcaster
    {
        public string Event => "run-lost";

        public int Version => 7;

        public void Upcast(JsonElement old, Utf8JsonWriter newer)
        {
            newer.WriteStartObject();
            newer.WriteString("e", "attempt-lost");
            newer.WriteNumber("v", 0);
            newer.WriteNumber("trial", old.GetProperty("trial").GetInt32());
            newer.WriteEndObject();
        }
    }
}
