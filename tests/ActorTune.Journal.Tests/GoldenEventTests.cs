namespace ActorTune.Journal.Tests;

/// <summary>
/// The stored form of every event is a file that people review. To change one on purpose: raise
/// the event's version, add an upcaster with the old file as its test's input, run the tests once
/// with ACTORTUNE_WRITE_GOLDEN=1 and review the difference. Never regenerate to silence a failure:
/// a changed byte under an unchanged version makes journals of users unreadable.
/// </summary>
public sealed class GoldenEventTests
{
    public static IEnumerable<object[]> Samples =>
        StudyEventSamples.All.Select(sample => new object[] { sample.Key });

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_stored_form_is_the_golden_one(string name)
    {
        string path = TestFiles.Golden(name + ".json");
        string actual = EventBytes.Write(Sample(name)) + "\n";
        if (TestFiles.Writes)
            File.WriteAllText(path, actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_golden_form_reads_as_the_event(string name)
    {
        string golden = File.ReadAllText(TestFiles.Golden(name + ".json"));
        StudyEvent read = EventBytes.Read(golden.Trim());
        Assert.Equal(EventBytes.Write(Sample(name)), EventBytes.Write(read));
        if (read is not (StudyCreated or StudyForked))
            Assert.Equal(Sample(name), read);
    }

    [Fact]
    public void Every_stored_form_has_a_sample_and_no_file_is_left_over()
    {
        string[] names = [.. StudyEventSamples.All.Select(sample => sample.Key)];
        Assert.Equal(
            StudyEventCodec.Forms.Select(form => form.Key),
            names.Select(name => name.Split('.')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Directory.GetFiles(TestFiles.Golden(string.Empty), "*.json")
                .Select(path => Path.GetFileNameWithoutExtension(path))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_of_Core_has_a_stored_form()
    {
        IEnumerable<string> events = typeof(StudyEvent).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(StudyEvent)) && !type.IsAbstract)
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            events,
            StudyEventSamples.All.Select(sample => sample.Value.GetType().Name)
                .Distinct()
                .Order(StringComparer.Ordinal));
    }

    private static StudyEvent Sample(string name) =>
        StudyEventSamples.All.Single(sample => sample.Key == name).Value;
}
