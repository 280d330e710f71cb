namespace ActorTune.Hocon;

public sealed class PositionTests
{
    [Theory]
    [InlineData("}", "t:1:1", "closes nothing")]
    [InlineData("\n\n}", "t:3:1", "closes nothing")]
    [InlineData("a = {\n b = 1", "t:1:5", "'{' is never closed")]
    [InlineData("a = [\n 1", "t:1:5", "'[' is never closed")]
    [InlineData("a = \"x", "t:1:5", "never closed")]
    [InlineData("a = 1\nb = \"\"\"x\n\n", "t:2:5", "never closed")]
    [InlineData("a = \"\"\"x\ny\"\"\" \nb = }", "t:3:5", "expected a value, got '}'")]
    [InlineData("a = \"x\\y\"", "t:1:7", "is no escape")]
    [InlineData("a = 1\nb = c = d", "t:2:7", "needs double quotes")]
    [InlineData("a = x!y", "t:1:6", "'!' is reserved")]
    [InlineData("a = 5 # c\n  b c\n", "t:3:1", "after the key '\"b c\"'")]
    [InlineData("a..b = 1", "t:1:1", "empty element")]
    [InlineData("x = ${a.b", "t:1:10", "expected '}'")]
    [InlineData("x = 1\ny = ${a.b}", "t:2:5", "${a.b} has no value")]
    [InlineData("x = 1\ny = ${x} {a = 1}",
        "t:2:5", "1 (from t:1:5) cannot be joined with an object")]
    [InlineData("a = {} b = 1", "t:1:10", "expected ',' or a new line")]
    public void Parse_RefusedText_PointsAtTheCause(string text, string position, string part)
    {
        HoconProblem problem = Assert.Single(Documents.Refused(text).Problems);
        Assert.Equal(position, problem.Position.ToString());
        Assert.Contains(part, problem.Message);
    }

    [Fact]
    public void Parse_Values_KnowWhereTheyWereWritten()
    {
        HoconObject root = Documents.Parse(
            "a = 1\n  b : {\n    c = [ x,\n \"y\" ]\n }\nd = ${b.c} # copy\ne = u v").RootObject;
        Assert.Equal("t:1:5", root["a"]!.Position.ToString());
        Assert.Equal("t:2:7", root["b"]!.Position.ToString());
        HoconArray array = (HoconArray)root.Find("b", "c")!;
        Assert.Equal("t:3:9", array.Position.ToString());
        Assert.Equal("t:3:11", array.Elements[0].Position.ToString());
        Assert.Equal("t:4:2", array.Elements[1].Position.ToString());
        Assert.Equal("t:3:9", root["d"]!.Position.ToString());
        Assert.Equal("t:7:5", root["e"]!.Position.ToString());
        Assert.True(root.TryGet("d", out HoconMember? member));
        Assert.Equal("t:6:1", member.Position.ToString());
    }

    [Fact]
    public void RootObject_OfAnArray_IsRefused() =>
        Assert.Throws<HoconException>(() => Documents.Parse("[1]").RootObject);
}
