using System.Text;

namespace ActorTune.Hocon;

public sealed class HostileTests
{
    private const int Deep = 10_000;

    public static TheoryData<string> DeepTexts => new()
    {
        new string('[', Deep),
        new string('[', Deep) + new string(']', Deep),
        string.Concat(Enumerable.Repeat("{a:", Deep)),
        string.Concat(Enumerable.Repeat("[{a:", Deep)),
        string.Join('.', Enumerable.Repeat("a", Deep)) + " = 1",
        string.Concat(Enumerable.Repeat("{b+=", Deep)),
        "a0 = {x = 1}\n" + Lines(i => $"a{i + 1} = {{ y = ${{a{i}}} }}"),
        Lines(i => $"a{i} = ${{a{i + 1}}}") + $"a{Deep} = 1",
        Lines(i => $"a{i} = ${{a{i + 1}}}x") + $"a{Deep} = 1",
        "a = x\n" + Lines(_ => "a = ${a}y"),
    };

    public static TheoryData<string> GrowingTexts => new()
    {
        "a0 = [1]\n" + Doublings("[${{a{0}}}, ${{a{0}}}]"),
        "a0 = [1]\n" + Doublings("${{a{0}}} ${{a{0}}}"),
        "a0 = xxxxxxxx\n" + Doublings("${{a{0}}}${{a{0}}}"),
        "a0 = {k = 1}\n" + Doublings("{{ l = ${{a{0}}}, r = ${{a{0}}} }}"),
    };

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void Parse_DeepNesting_IsRefused(string text) =>
        Assert.Contains("more than", Documents.Refused(text).Message);

    [Theory]
    [MemberData(nameof(GrowingTexts))]
    public void Parse_ValuesThatDouble_AreRefused(string text) =>
        Assert.Contains("resolves to more than",
            Documents.Refused(text, Documents.Closed with { MaxValues = 50_000 }).Message);

    [Fact]
    public void Parse_ObjectsMergedWithThemselves_DoNotGrow() =>
        Assert.EndsWith("\"a60\":{\"k\":1}}",
            Documents.Json("a0 = {k = 1}\n" + Doublings("${{a{0}}} ${{a{0}}}")));

    [Theory]
    [InlineData("a = \0", """{"a":"\u0000"}""")]
    [InlineData("\0 = 1", """{"\u0000":1}""")]
    [InlineData("a = \"\\u0000\"", """{"a":"\u0000"}""")]
    [InlineData("a = \"\\ud800\"", """{"a":"\ud800"}""")]
    public void Parse_OddCharacters_AreKept(string text, string json) =>
        Assert.Equal(json, Documents.Json(text));

    [Theory]
    [InlineData("[")]
    [InlineData("{a:")]
    public void Parse_DeepNestingWithoutALimit_StillGuardsTheStack(string opening) =>
        Documents.Refused(string.Concat(Enumerable.Repeat(opening, 4 * Deep)),
            Documents.Closed with { MaxNesting = int.MaxValue });

    [Fact]
    public void Parse_HugeNumber_KeepsItsText()
    {
        string digits = new('9', 100_000);
        HoconNumber number = (HoconNumber)Documents.Parse("a = " + digits).RootObject["a"]!;
        Assert.Equal(digits, number.Text);
        Assert.False(number.IsFinite);
        Assert.False(number.TryGetLong(out _));
        Assert.True(number.Describe().Length < 100);
    }

    [Fact]
    public void Parse_RandomText_OnlyRefuses()
    {
        string[] pieces = ["{", "}", "[", "]", ",", ":", "=", "+=", "\n", " ", "a", "b", "a.b",
            "\"", "\"\"\"", "\"x\"", "${", "${?", "${a}", "${?b}", "${a.b}", "include ", "file(",
            ")", "1", "-", "1e5", "true", "null", "#", "//", "\\", "\0", "\uFEFF", "é", "\ud800",
            ".", "$", "a = ", "b { ", "required("];
        Random random = new(20260701);
        HoconParseOptions options = Documents.Including(("x", "a = ${?b}, b += ${?a.b}")) with
        {
            MaxValues = 10_000,
        };
        int parsed = 0;
        for (int round = 0; round < 8_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(30))
                .Select(_ => pieces[random.Next(pieces.Length)]));
            parsed += ParsesOrRefuses(text, options) ? 1 : 0;
        }

        Assert.True(parsed > 300, $"only {parsed} texts were accepted");
    }

    [Fact]
    public void Parse_RandomFields_ResolveOrRefuseAndRoundTrip()
    {
        string[] values = ["${a}", "${?b}", "${c.a}", "${?a.b}", "{a = ${b}}", "{b = ${?c}}",
            "[${?a}]", "[1]", "x", "7", "${?c} {a = 1}", "${?a}x", "${?b} [${?c.b}]", "null", "{}",
            "{ include \"x\" }"];
        string[] keys = ["a", "b", "c", "a.b", "c.a", "c.b"];
        string[] separators = [" = ", " = ", " += "];
        Random random = new(7);
        HoconParseOptions options = Documents.Including(("x", "a = ${?b}, b += ${?a.b}"));
        for (int round = 0; round < 6_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 1 + random.Next(7)).Select(_ =>
                keys[random.Next(keys.Length)] + separators[random.Next(separators.Length)]
                + values[random.Next(values.Length)] + "\n"));
            ParsesOrRefuses(text, options);
        }
    }

    [Fact]
    public void Parse_RandomBytes_OnlyRefuses()
    {
        Random random = new(42);
        byte[] bytes = new byte[200];
        for (int round = 0; round < 1_500; round++)
        {
            random.NextBytes(bytes);
            ParsesOrRefuses(Encoding.Latin1.GetString(bytes, 0, random.Next(bytes.Length)),
                Documents.Closed);
        }
    }

    private static bool ParsesOrRefuses(string text, HoconParseOptions options)
    {
        HoconValue root;
        try
        {
            root = Documents.Parse(text, options).Root;
        }
        catch (HoconException)
        {
            return false;
        }

        string json = HoconRenderer.ToJson(root);
        Assert.Equal(json, Documents.Json(json));
        Assert.Equal(json, Documents.Json(HoconRenderer.ToHocon(root)));
        return true;
    }

    private static string Lines(Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, Deep).Select(i => line(i) + "\n"));

    private static string Doublings(string format) => string.Concat(Enumerable.Range(0, 60)
        .Select(i => $"a{i + 1} = {string.Format(null, format, i)}\n"));
}
