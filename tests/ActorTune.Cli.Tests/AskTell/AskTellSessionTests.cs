namespace ActorTune.Cli.AskTell;

public sealed class AskTellSessionTests
{
    private const string Create = """
        {"op":"create","direction":"minimize","seed":7,"space":{"lr":{"float":[1e-5,0.1],
        "log":true},
        "opt":{"choice":["sgd","adam"]},"layers":{"int":[1,5]}},"sampler":{"random":{}},
        "scheduler":{"asha":{"min-resource":1,"max-resource":81,"reduction-factor":3}}}
        """;

    private readonly AskTellSession _session = new(TimeProvider.System);

    [Fact]
    public void The_example_of_the_documentation_goes_as_written()
    {
        Assert.Contains("\"sampler\":\"random\"", Answer(Create.ReplaceLineEndings("")));
        Assert.StartsWith("""{"action":"start","trial":0,"configuration":{"lr":""", Next());
        Assert.Contains("\"until\":1", Next());
        Next();
        Assert.Equal("""{"decision":"pause"}""", Report(0, 1, "0.53"));
        Assert.Equal("""{"decision":"pause"}""", Report(1, 1, "0.43"));
        Assert.Equal("""{"decision":"stop"}""", Report(2, 1, "\"NaN\""));
        Assert.StartsWith("""{"action":"resume","trial":1,""", Next());
        Assert.Equal("""{"decision":"continue","until":3}""", Report(1, 2, "0.4"));
        Assert.StartsWith(
            """{"trial":1,"status":"running","resource":2,"value":0.4,""",
            Answer("""{"op":"best"}"""));
    }

    [Fact]
    public void An_id_is_echoed_also_with_an_error()
    {
        Assert.StartsWith("""{"id":[1,"a"],"name":"actortune",""",
            Answer("""{"op":"hello","id":[1,"a"]}"""));
        Assert.Equal("""{"id":5,"error":"there is no study; create one first"}""",
            Answer("""{"op":"next","id":5}"""));
    }

    [Theory]
    [InlineData("nonsense", "the line is not JSON")]
    [InlineData("[]", "a request is a JSON object")]
    [InlineData("{}", "a request needs")]
    [InlineData("""{"op":"fly"}""", "there is no op 'fly'")]
    [InlineData("""{"op":"next","cuont":2}""", "next has no \\\"cuont\\\"")]
    [InlineData("""{"op":"next","count":0}""", "must be at least 1")]
    [InlineData("""{"op":"report","trial":0,"value":1}""", "report needs \\\"resource\\\"")]
    [InlineData("""{"op":"report","trial":0,"resource":1}""", "report needs \\\"value\\\"")]
    [InlineData("""{"op":"report","trial":0,"resource":1,"value":"x"}""", "must be a number")]
    [InlineData("""{"op":"report","trial":-1,"resource":1,"value":1}""", "there is no trial -1")]
    [InlineData("""{"op":"explain","trial":3}""", "there is no trial 3")]
    [InlineData("""{"op":"fail","trial":0,"kind":"odd"}""", "there is no kind 'odd'")]
    [InlineData("""{"op":"tell","trial":0,"value":1,"status":"odd"}""", "must be completed")]
    [InlineData("""{"op":"importance","method":"magic"}""", "there is no method 'magic'")]
    [InlineData("""{"op":"importance","resource":0}""", "must be at least 1")]
    [InlineData("""{"op":"importance","trial":0}""", "importance has no")]
    [InlineData("""{"op":"enqueue"}""", "enqueue needs")]
    [InlineData("""{"op":"enqueue","configuration":{"lr":7}}""", "lr")]
    [InlineData("""{"op":"load","study":"b","path":"/nowhere/at.all"}""", "Could not find")]
    [InlineData("""{"op":"load","study":"b","state":["x"]}""", "1")]
    [InlineData("""{"op":"create"}""", "there is a study 'study'")]
    [InlineData("""{"op":"create","study":"b","spcae":{}}""", "create has no \\\"spcae\\\"")]
    [InlineData("""{"op":"create","study":"b/c","space":{}}""", "cannot name a study")]
    [InlineData("""{"op":"create","study":"b","space":{"x":{"int":[3,1]}}}""", "search-space.x")]
    [InlineData(
        """{"op":"create","study":"b","space":{"x":{"int":[1,3]}},"sampler":{"sobel":{}}}""",
        "there is no 'sobel'")]
    public void A_refusal_says_what_was_refused_and_the_session_goes_on(
        string request, string message)
    {
        Answer(Create.ReplaceLineEndings(""));
        string refusal = Answer(request);
        Assert.StartsWith("""{"error":""", refusal);
        Assert.Contains(message, refusal);
        Assert.StartsWith("""{"action":"start","trial":0,""", Next());
    }

    [Fact]
    public void Whole_trials_are_asked_for_and_told()
    {
        Answer("""{"op":"create","seed":1,"space":{"x":{"float":[0,1]}},"stop":{"trials":3}}""");
        Assert.StartsWith("""{"action":"start","trial":0,""", Answer("""{"op":"ask"}"""));
        Assert.Equal("""{"trial":0,"status":"completed"}""",
            Answer("""{"op":"tell","trial":0,"value":0.2}"""));
        Assert.Equal("""{"trial":1,"status":"completed"}""",
            Answer("""{"op":"tell","configuration":{"x":0.5},"value":0.1}"""));
        Answer("""{"op":"ask"}""");
        Assert.Equal("""{"action":"wait"}""", Answer("""{"op":"ask"}"""));
        Assert.Equal("""{"trial":2,"status":"failed"}""",
            Answer("""{"op":"tell","trial":2,"status":"failed"}"""));
        Assert.Equal("""{"action":"finished"}""", Answer("""{"op":"ask"}"""));
    }

    [Fact]
    public void Several_objectives_have_a_front_of_feasible_trials()
    {
        Answer(
            """{"op":"create","directions":["minimize","maximize"],"constraints":1,"""
                + "\"space\":{\"x\":{\"float\":[0,1]}}}");
        foreach (string outcome in (string[])
            ["[0.3,0.6],\"constraints\":[-1]", "[0.1,0.9],\"constraints\":[1]",
            "[0.2,0.5],\"constraints\":[0]", "[0.4,0.1],\"constraints\":[0]"])
        {
            Answer($$"""{"op":"tell","configuration":{"x":0.5},"values":{{outcome}}}""");
        }

        string best = Answer("""{"op":"best"}""");
        Assert.StartsWith(
            """{"trial":2,"status":"completed","resource":1,"values":[0.2,0.5],""", best);
        Assert.Contains("\"front\":[{\"trial\":2,", best);
        Assert.Contains(",{\"trial\":0,", best);
        Assert.DoesNotContain("\"trial\":1,", best);
        Assert.DoesNotContain("\"trial\":3,", best);
    }

    [Fact]
    public void A_saved_study_goes_on_under_another_name()
    {
        Answer(Create.ReplaceLineEndings(""));
        Next();
        Report(0, 1, "0.5");
        string saved = Answer("""{"op":"save"}""");
        string state = saved[saved.IndexOf('[')..^1];
        Assert.Contains("\"trials\":1",
            Answer($$"""{"op":"load","study":"b","state":{{state}}}"""));

        Assert.Equal(
            Answer("""{"op":"next","study":"study"}"""), Answer("""{"op":"next","study":"b"}"""));
    }

    [Fact]
    public void Several_studies_need_names()
    {
        Answer(Create.ReplaceLineEndings(""));
        Answer("""{"op":"create","study":"b","space":{"x":{"float":[0,1]}}}""");

        Assert.Contains("say which", Next());
        Assert.Contains("\"x\"", Answer("""{"op":"next","study":"b"}"""));
    }

    [Fact]
    public void Running_trials_and_explanations_are_told()
    {
        Answer(Create.ReplaceLineEndings(""));
        Next();
        Assert.Equal(
            """{"running":[{"trial":0,"status":"running","resource":0,"attempt":1,"until":1}]"""
            + ""","paused":0,"trials":1,"finished":false}""",
            Answer("""{"op":"running"}"""));
        Report(0, 1, "0.5");
        Assert.Contains("trial 0 was paused at epoch 1", Answer("""{"op":"explain","trial":0}"""));
    }

    [Fact]
    public void Importance_is_told_by_parameter_method_and_trials()
    {
        Answer("""
            {"op":"create","seed":1,"space":{"x":{"float":[0,1]},"y":{"float":[0,1]}}}
            """);
        Assert.Equal(
            """{"importance":{"x":0,"y":0},"method":"ped-anova","trials":0}""",
            Answer("""{"op":"importance"}"""));
        for (int i = 0; i < 40; i++)
            Answer($$$"""
                {"op":"tell","value":{{{i}}},
                "configuration":{"x":0.{{{i:00}}},"y":0.{{{i * 7 % 40:00}}}}}
                """);

        Assert.Matches(
            """^{"importance":{"x":0\.89\d+,"y":0\.10\d+},"method":"ped-anova","trials":40}$""",
            Answer("""{"op":"importance"}"""));
        Assert.Contains(
            "\"method\":\"fanova\"", Answer("""{"op":"importance","method":"fanova"}"""));
        Assert.Contains("\"trials\":0", Answer("""{"op":"importance","resource":7}"""));
    }

    private string Answer(string line) => _session.Answer(line);

    private string Next() => Answer("""{"op":"next"}""");

    private string Report(int trial, long resource, string value) => Answer(
        $$"""{"op":"report","trial":{{trial}},"resource":{{resource}},"value":{{value}}}""");
}
