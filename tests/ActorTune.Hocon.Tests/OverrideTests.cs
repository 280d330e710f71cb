namespace ActorTune.Hocon;

public sealed class OverrideTests
{
    private const string Prefix = "CONFIG_FORCE_";

    [Theory]
    [InlineData("a_b__c___d", "v", """{"a":{"b-c_d":"v"}}""")]
    [InlineData("x", "5", """{"x":"5"}""")]
    [InlineData("items_0", "z", """{"items":{"0":"z"}}""")]
    [InlineData("s", "not { hocon", """{"s":"not { hocon"}""")]
    public void Parse_PrefixedVariable_SetsTheUnmangledPath(string name, string value, string json)
    {
        HoconParseOptions options = Forcing((Prefix + name, value), ("OTHER", "1"));
        Assert.Equal(json, Documents.Json("", options));
    }

    [Fact]
    public void Parse_PrefixedVariables_OverrideTheTextBeforeSubstitution()
    {
        HoconParseOptions options = Forcing((Prefix + "lr_low", "0.5"), (Prefix + "seed", "7"));
        Assert.Equal("""{"lr":{"low":"0.5","high":1},"copy":"0.5","seed":"7"}""",
            Documents.Json("lr { low = 0.1, high = 1 }, copy = ${lr.low}", options));
        HoconObject root = Documents.Parse("a = 1", options).RootObject;
        Assert.Equal($"environment variable {Prefix}seed", root["seed"]!.Position.ToString());
    }

    [Fact]
    public void Parse_ConflictingVariables_TheObjectWins() =>
        Assert.Equal("""{"a":{"b":"world"}}""",
            Documents.Json("", Forcing((Prefix + "a_b", "world"), (Prefix + "a", "hello"))));

    [Theory]
    [InlineData("a____b")]
    [InlineData("a_")]
    [InlineData("_a")]
    [InlineData("")]
    public void Parse_UnmappableVariableName_IsRefused(string name) =>
        Assert.Contains(Prefix + name,
            Documents.Refused("", Forcing((Prefix + name, "v"))).Message);

    [Theory]
    [InlineData("a = 1, b = ${a}", "a=2", """{"a":2,"b":2}""")]
    [InlineData("a { b = 1, c = 2 }", "a.b = x y", """{"a":{"b":"x y","c":2}}""")]
    [InlineData("a = [1]", "a += 2", """{"a":[1,2]}""")]
    [InlineData("a = 1", "a = ${b}, b = {c = [1]}", """{"a":{"c":[1]},"b":{"c":[1]}}""")]
    [InlineData("a = x", "a = ${a}y", """{"a":"xy"}""")]
    [InlineData("a = x", "b { c = 1 }", """{"a":"x","b":{"c":1}}""")]
    public void Parse_Override_CountsBeforeSubstitution(string text, string set, string json) =>
        Assert.Equal(json, Documents.Json(text, Documents.Closed with { Overrides = [set] }));

    [Fact]
    public void Parse_OverrideAndVariable_TheOverrideWins()
    {
        HoconParseOptions options = Forcing((Prefix + "a", "env")) with
        {
            Overrides = ["a=1", "a=2"],
        };
        Assert.Equal("""{"a":2}""", Documents.Json("a = 0", options));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("")]
    [InlineData("a=")]
    [InlineData("[1]")]
    [InlineData("a=b=c")]
    [InlineData("include \"x\"")]
    public void Parse_MalformedOverride_IsRefusedByName(string set) =>
        Assert.Contains($"override '{set}'",
            Documents.Refused("a = 1", Documents.Closed with { Overrides = [set] }).Message);

    [Fact]
    public void Parse_OverrideOfARootArray_IsRefused() =>
        Documents.Refused("[1]", Documents.Closed with { Overrides = ["a=1"] });

    private static HoconParseOptions Forcing(params (string Name, string Value)[] variables) =>
        Documents.WithEnvironment(variables) with { EnvironmentOverridePrefix = Prefix };
}
