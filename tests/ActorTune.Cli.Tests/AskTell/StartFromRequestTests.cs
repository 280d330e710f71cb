namespace ActorTune.Cli.AskTell;

/// <summary>A study that is created with trials of earlier ones.</summary>
public sealed class StartFromRequestTests
{
    private const string Trials = """
        {"configuration":{"x":0.1},"value":3},{"configuration":{"x":0.3},"value":1},
        {"configuration":{"x":0.2},"value":2},{"configuration":{"y":0.2},"value":0},
        {"configuration":{"x":0.9},"value":"NaN"}
        """;

    private readonly AskTellSession _session = new(TimeProvider.System);

    [Fact]
    public void Trials_are_told_one_by_one()
    {
        Assert.EndsWith(
            "\"trials\":0,\"started-from\":[{\"study\":\"given\",\"trials\":3,\"measured\":4}]}",
            Create(Trials));
        string saved = Answer("""{"op":"save"}""");
        // Worst first, with their quantiles among those that fit.
        int[] places =
        [
            saved.IndexOf("0.8333333333333334", StringComparison.Ordinal),
            saved.IndexOf("\\\"quantile\\\":0.5", StringComparison.Ordinal),
            saved.IndexOf("0.16666666666666666", StringComparison.Ordinal),
        ];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Feasible_trials_rank_first_and_then_those_with_more_resource()
    {
        Create(
            """
            {"configuration":{"x":0.1},"value":1,"constraints":[1]},
            {"configuration":{"x":0.2},"value":2,"constraints":[0],"resource":3},
            {"configuration":{"x":0.3},"value":3,"constraints":[-1],"resource":9}
            """,
            "\"constraints\":1,");
        string saved = Answer("""{"op":"save"}""");
        int[] places = [.. new[] { "0.1}", "0.2}", "0.3}" }.Select(
            x => saved.IndexOf("\\\"x\\\":" + x, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void A_saved_study_is_taken_over_from_its_file_or_its_state()
    {
        string path = Path.Combine(Path.GetTempPath(), $"actortune-{Guid.NewGuid():N}.jsonl");
        try
        {
            FinishOld();
            Answer($$"""{"op":"save","study":"old","path":"{{path}}"}""");
            string state = Answer("""{"op":"save","study":"old"}""");
            state = state[state.IndexOf("\"state\"", StringComparison.Ordinal)..^1];
            Assert.EndsWith(
                """
                "started-from":[{"study":"old","trials":4,"measured":4},{"study":"old","trials":4,
                "measured":4},{"study":"given","trials":3,"measured":4}]}
                """.ReplaceLineEndings(""),
                Create($$"""{{Trials}},{"path":"{{path}}"},{{{state}}}"""));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("3", "start-from[0] must be a JSON object, not number")]
    [InlineData("{}", "start-from[0] needs \\\"configuration\\\"")]
    [InlineData("""{"configuration":{"x":0.1}}""", "start-from[0] needs \\\"value\\\"")]
    [InlineData("""{"configuration":3,"value":1}""", "a configuration is an object")]
    [InlineData("""{"configuration":{"x":0.1},"value":"x"}""", "must be a number")]
    [InlineData("""{"configuration":{"x":0.1},"value":1,"vlaue":2}""",
        "start-from[0] has no \\\"vlaue\\\"")]
    [InlineData("""{"configuration":{"x":0.1},"value":1,"resource":0}""", "at least 1, got 0")]
    [InlineData("""{"configuration":{"x":0.1},"value":1,"constraints":[1]}""", "0 numbers")]
    [InlineData("""{"path":"/nowhere/at.all"}""", "Could not find")]
    [InlineData("""{"state":[]}""", "start-from[0] holds no study")]
    [InlineData("""{"state":["x"]}""", "1")]
    public void What_cannot_be_read_is_answered_and_creates_nothing(string item, string message)
    {
        string answer = Create(item);
        Assert.StartsWith("""{"error":""", answer);
        Assert.Contains(message, answer);
        Assert.Contains("\"studies\":[]", Answer("""{"op":"hello"}"""));
    }

    [Fact]
    public void Several_objectives_start_from_nothing() => Assert.Contains(
        "a study with several objectives starts from no earlier one",
        Create(
            """{"configuration":{"x":0.1},"values":[1,2]}""",
            "\"directions\":[\"minimize\",\"minimize\"],"));

    [Fact]
    public void It_must_be_a_list() => Assert.Contains("must be an array", Answer(
        """{"op":"create","space":{"x":{"float":[0,1]}},"start-from":{"path":"a"}}"""));

    private void FinishOld()
    {
        Answer("""{"op":"create","study":"old","seed":1,"space":{"x":{"float":[0,1]}}}""");
        for (int trial = 0; trial < 4; trial++)
        {
            Answer("""{"op":"ask","study":"old"}""");
            Answer($$"""{"op":"tell","study":"old","trial":{{trial}},"value":{{trial}}}""");
        }
    }

    private string Create(string items, string more = "") => Answer(
        $$$"""
        {"op":"create","seed":1,"space":{"x":{"float":[0,1]}},{{{more}}}"start-from":[{{{items}}}]}
        """.ReplaceLineEndings(""));

    private string Answer(string line) => _session.Answer(line);
}
