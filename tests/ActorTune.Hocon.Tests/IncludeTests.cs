namespace ActorTune.Hocon;

public sealed class IncludeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hocon-includes-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("include \"foo\"", """{"x":10,"y":10}""")]
    [InlineData("include\"foo\"", """{"x":10,"y":10}""")]
    [InlineData("{ include\n\n\"foo\" }", """{"x":10,"y":10}""")]
    [InlineData("include \"foo\", z = 1", """{"x":10,"y":10,"z":1}""")]
    [InlineData("include \"foo\"\nx = 11", """{"x":11,"y":11}""")]
    [InlineData("x = 9, include \"foo\"", """{"x":10,"y":10}""")]
    [InlineData("include file(\"foo\")", """{"x":10,"y":10}""")]
    [InlineData("include file( \"foo\"\n )", """{"x":10,"y":10}""")]
    [InlineData("include required(\"foo\")", """{"x":10,"y":10}""")]
    [InlineData("include required( file( \"foo\" ) )", """{"x":10,"y":10}""")]
    [InlineData("include \"missing\"", "{}")]
    [InlineData("include file(\"missing\"), a = 1", """{"a":1}""")]
    [InlineData("a : { include \"foo\" }", """{"a":{"x":10,"y":10}}""")]
    [InlineData("a.b : { include \"foo\" }", """{"a":{"b":{"x":10,"y":10}}}""")]
    [InlineData("a : { include \"foo\" }, a : { x : 42 }", """{"a":{"x":42,"y":42}}""")]
    [InlineData("a : { x = 9 } { include \"foo\" }", """{"a":{"x":10,"y":10}}""")]
    [InlineData("[ { include \"foo\" }, { x = 1, include \"foo\" } ]",
        """[{"x":10,"y":10},{"x":10,"y":10}]""")]
    [InlineData("root = 5, a : { include \"up\" }", """{"root":5,"a":{"up":5}}""")]
    [InlineData("root = 5, a : { include \"up\", root = 6 }",
        """{"root":5,"a":{"up":6,"root":6}}""")]
    [InlineData("v = 1, a { v = 2, include \"nested\" }", """{"v":1,"a":{"v":2,"b":{"w":2}}}""")]
    [InlineData("v = 1, a { include \"nested\" }", """{"v":1,"a":{"b":{"w":1}}}""")]
    [InlineData("list = [0], a { list = [1], include \"append\" }",
        """{"list":[0],"a":{"list":[1,2]}}""")]
    [InlineData("list = [0], a { include \"append\" }", """{"list":[0],"a":{"list":[2]}}""")]
    [InlineData("include \"append\", include \"append\"", """{"list":[2,2]}""")]
    [InlineData("include \"braces\"", """{"q":1}""")]
    public void Parse_Include_PutsTheFieldsInItsPlace(string text, string json)
    {
        HoconParseOptions options = Documents.Including(
            ("foo", "x : 10, y : ${x}"),
            ("up", "up = ${root}"),
            ("nested", "b { include \"leaf\" }"),
            ("leaf", "w = ${v}"),
            ("append", "list += 2"),
            ("braces", "{ q = 1 }"));
        Assert.Equal(json, Documents.Json(text, options));
    }

    [Theory]
    [InlineData("a = 1\ninclude required(\"nope\")", "t:2:1", "does not exist")]
    [InlineData("include \"array\"", "array:1:1", "must hold an object")]
    [InlineData("include \"one\"", "two:1:1", "one -> two -> one")]
    [InlineData("a { include \"self\" }", "self:1:5", "self -> self")]
    [InlineData("include \"broken\"", "broken:2:5", "expected a value")]
    [InlineData("include url(\"http://x/y\")", "t:1:9", "url() cannot be included")]
    [InlineData("include required(classpath(\"x\"))", "t:1:9", "classpath() cannot be included")]
    [InlineData("include \"https://x/y.conf\"", "t:1:9", "no file name")]
    [InlineData("include foo", "t:1:9", "expected a quoted name")]
    public void Parse_RefusedInclude_SaysWhereAndWhy(string text, string position, string part)
    {
        HoconParseOptions options = Documents.Including(
            ("array", "[1]"), ("one", "include \"two\""), ("two", "include \"one\""),
            ("self", "b { include \"self\" }"), ("broken", "a = 1\nb = }"));
        HoconProblem problem = Assert.Single(Documents.Refused(text, options).Problems);
        Assert.Contains(part, problem.Message);
        Assert.Equal(position, problem.Position.ToString());
    }

    [Fact]
    public void Parse_IncludedSubstitution_FallsBackToTheEnvironmentByItsOwnName()
    {
        HoconParseOptions options = Documents.Including(("f", "home = ${HOME}")) with
        {
            Environment = new Dictionary<string, string> { ["HOME"] = "/h", ["a.HOME"] = "no" },
        };
        Assert.Equal("""{"a":{"home":"/h"}}""", Documents.Json("a { include \"f\" }", options));
    }

    [Fact]
    public void Parse_IncludedValue_KeepsItsOwnPosition()
    {
        HoconObject root = Documents.Parse("a { include \"f\" }",
            Documents.Including(("f", "\n  x = 5"))).RootObject;
        Assert.Equal(new HoconPosition("f", 2, 7), root.Find("a", "x")!.Position);
    }

    [Fact]
    public void Load_NestedFolders_IncludesRelativeToTheIncludingFile()
    {
        string main = Write("main.conf", "include \"sub/one.conf\"\nb = ${a}");
        Write("sub/one.conf", "include \"two.conf\"\ninclude file(\"../three.conf\")");
        Write("sub/two.conf", "a = 2");
        Write("three.conf", "c = 3");
        HoconDocument document = HoconDocument.Load(main);
        Assert.Equal("""{"a":2,"c":3,"b":2}""", document.Root.ToString());
        Assert.EndsWith("two.conf:1:5", document.RootObject["a"]!.Position.ToString());
    }

    [Fact]
    public void Load_IncludeWithoutExtension_MergesJsonThenConf()
    {
        string main = Write("main.conf", "include \"base\"");
        Write("base.json", """{"a":1,"b":1}""");
        Write("base.conf", "b = 2");
        Assert.Equal("""{"a":1,"b":2}""", HoconDocument.Load(main).Root.ToString());
    }

    [Fact]
    public void Load_FilesThatIncludeEachOtherByOtherNames_IsRefused()
    {
        string main = Write("main.conf", "include \"sub/../main.conf\"");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));
        HoconException refused = Assert.Throws<HoconException>(() => HoconDocument.Load(main));
        Assert.Contains("in a circle", refused.Message);
    }

    [Fact]
    public void Load_UnreadableFiles_IsRefused()
    {
        string missing = Path.Combine(_folder.FullName, "missing.conf");
        Assert.Contains(missing,
            Assert.Throws<HoconException>(() => HoconDocument.Load(missing)).Message);
        Assert.Throws<HoconException>(() => HoconDocument.Load(_folder.FullName));
        string latin = Path.Combine(_folder.FullName, "latin.conf");
        File.WriteAllBytes(latin, [(byte)'a', (byte)'=', (byte)'\n', 0xE9, (byte)'\n']);
        HoconException refused = Assert.Throws<HoconException>(() => HoconDocument.Load(latin));
        Assert.Contains("not UTF-8", refused.Message);
        Assert.Equal(2, refused.Problems[0].Position.Line);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
