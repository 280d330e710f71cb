using ActorTune.Spaces;

namespace ActorTune.Journal.Tests.Format;

public sealed class StudySpecificationJsonTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Parse_reads_what_ToText_wrote(bool indented)
    {
        foreach (StudySpecification specification in Samples())
        {
            string text = StudySpecificationJson.ToText(specification, indented);
            StudySpecification read = StudySpecificationJson.Parse(text);
            Assert.Equal(text, StudySpecificationJson.ToText(read, indented));
            AssertEqual(specification.SearchSpace, read.SearchSpace);
            Assert.Equal(specification.Objectives, read.Objectives);
            Assert.Equal(specification.Constraints, read.Constraints);
            Assert.Equal(specification.Sampler, read.Sampler);
            Assert.Equal(specification.Scheduler, read.Scheduler);
            Assert.Equal(specification.Stop, read.Stop);
            Assert.Equal(specification.Failures, read.Failures);
            Assert.Equal(specification.Strict, read.Strict);
            Assert.Equal(specification.Program.Environment, read.Program.Environment);
            Assert.Equal(specification.Program.Command, read.Program.Command);
            Assert.Equal(specification.Seed, read.Seed);
        }
    }

    private static void AssertEqual(SearchSpace written, SearchSpace read)
    {
        Assert.Equal(
            written.Parameters.Select(one => one with { When = [] }),
            read.Parameters.Select(one => one with { When = [] }));
        Assert.Equal(
            written.Parameters.SelectMany(one => one.When),
            read.Parameters.SelectMany(one => one.When));
        Assert.Equal(written.Forbidden, read.Forbidden);
        Assert.Equal(written.Inequalities, read.Inequalities);
    }

    [Fact]
    public void The_samples_cover_every_property()
    {
        // A property that this build does not store would come back with its default.
        string full = StudySpecificationJson.ToText(StudySpecificationSamples.Extended with
        {
            Strict = StudySpecificationSamples.Strict.Strict,
        });
        string[] names =
        [
            .. typeof(StudySpecification).GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => property.Name),
        ];
        using JsonDocument document = JsonDocument.Parse(full);
        Assert.Equal(names.Length, document.RootElement.EnumerateObject().Count());
    }

    [Theory]
    [InlineData("\"seed\":42", "\"sea\":42", "a specification has no field 'seed'")]
    [InlineData(
        "\"seed\":42", "\"seed\":42,\"color\":1", "a specification has an unknown field 'color'")]
    [InlineData(
        "\"seed\":42",
        "\"seed\":42,\"seed\":42",
        "a specification has the field 'seed' twice")]
    [InlineData(
        "\"kind\":\"float\"",
        "\"kind\":\"complex\"",
        "the parameter 'x' is of the unknown kind 'complex'")]
    [InlineData("\"low\":0,", "\"low\":2,", "search-space")]
    [InlineData("00:00:10", "soon", "'soon' is not a duration")]
    [InlineData("\"minimize\"", "\"down\"", "'down' is not one of 'minimize', 'maximize'")]
    [InlineData("\"study\":\"small\"", "\"study\":\"a b\"", "'a b' cannot name a study")]
    [InlineData("}", "", "")]
    public void What_is_not_understood_whole_is_refused(string from, string to, string message)
    {
        string text = StudySpecificationJson.ToText(StudySpecificationSamples.Small);
        var error = Assert.Throws<JournalException>(
            () => StudySpecificationJson.Parse(text.Replace(from, to)));
        Assert.StartsWith("The stored specification cannot be read: ", error.Message);
        Assert.Contains(message, error.Message);
    }

    private static IEnumerable<StudySpecification> Samples() =>
    [
        StudySpecificationSamples.Small,
        StudySpecificationSamples.Full,
        StudySpecificationSamples.Extended,
    ];
}
