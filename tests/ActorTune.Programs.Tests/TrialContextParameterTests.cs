namespace ActorTune.Programs.Tests;

public sealed class TrialContextParameterTests
{
    private static readonly TrialContext Trial =
        new(Assignments.In("/nowhere"), new RecordingChannel());

    [Fact]
    public void Parameters_are_read_by_kind()
    {
        Assert.Equal(0.125, Trial.Float("learning-rate"));
        Assert.Equal(2, Trial.Float("layers"));
        Assert.Equal(2, Trial.Integer("layers"));
        Assert.Equal("adam-w", Trial.Text("optimizer"));
        Assert.True(Trial.Boolean("nesterov"));
        Assert.False(Trial.Has("momentum"));
    }

    [Fact]
    public void A_missing_parameter_is_named_with_those_that_are_there()
    {
        var error = Assert.Throws<TrialConfigurationException>(() => Trial.Float("momentum"));

        Assert.Contains("'momentum'", error.Message);
        Assert.Contains("[learning-rate, layers, optimizer, nesterov]", error.Message);
    }

    [Fact]
    public void A_value_of_another_kind_is_named_with_its_kind()
    {
        var error = Assert.Throws<TrialConfigurationException>(
            () => Trial.Integer("learning-rate"));

        Assert.Equal(
            "The parameter 'learning-rate' of trial 12 is the Float '0.125', not an integer.",
            error.Message);
    }

    [Fact]
    public void The_attempt_tells_who_it_is()
    {
        Assert.Equal(new TrialNumber(12), Trial.Trial);
        Assert.Equal(2, Trial.AttemptNumber);
        Assert.Equal("digits", Trial.Study.Name);
        Assert.Equal(ulong.MaxValue - 1, Trial.Seed);
    }
}
