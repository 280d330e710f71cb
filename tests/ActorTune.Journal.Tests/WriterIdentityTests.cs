namespace ActorTune.Journal.Tests;

public sealed class WriterIdentityTests
{
    [Fact]
    public void Parse_reads_what_ToLines_wrote() =>
        Assert.Equal(
            WriterIdentity.Current, WriterIdentity.Parse(WriterIdentity.Current.ToLines()));

    [Theory]
    [InlineData("")]
    [InlineData("host\n12\n")]
    [InlineData("host\nnot a number\n2026-01-31T12:00:00Z\n")]
    [InlineData("host\n12\nnot a time\n")]
    public void Parse_of_anything_else_is_null(string text) =>
        Assert.Null(WriterIdentity.Parse(text));

    [Fact]
    public void An_error_names_study_and_holder()
    {
        var started = new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
        var error = new StudyInUseException(
            new StudyId("digits"), new WriterIdentity("box", 12, started));
        Assert.Equal(
            "Study 'digits' is open for writing by process 12 on 'box', started 2026-01-31 "
                + "12:00:00 UTC; end that process first, or follow the study without writing.",
            error.Message);
    }
}
