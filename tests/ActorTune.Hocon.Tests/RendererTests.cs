namespace ActorTune.Hocon;

public sealed class RendererTests
{
    [Fact]
    public void ToHocon_Tree_IsReadable()
    {
        HoconValue root = Documents.Parse(
            """
            name = digits, include-x = 1, "include" = 2, "a b" = c, empty = {}, none = []
            lr { low = 1e-5, high = 0.10, log = yes }
            layers = [1, "two words", true], word = "true", path = "/tmp//x", digits = "12"
            text = "q\"\n"
            objects = [{ a = 1 }, [2], {}]
            """).Root;
        Assert.Equal(
            """
            name = digits
            include-x = 1
            "include" = 2
            "a b" = c
            empty = {}
            none = []
            lr {
              low = 1e-5
              high = 0.10
              log = yes
            }
            layers = [1, "two words", true]
            word = "true"
            path = "/tmp//x"
            digits = "12"
            text = "q\"\n"
            objects = [
              {
                a = 1
              }
              [2]
              {}
            ]

            """, HoconRenderer.ToHocon(root));
    }

    [Fact]
    public void Render_ThenParse_GivesTheSameTree()
    {
        const string Text =
            """
            a.b."c d" = [1, 2.50, null, { x = [] }], e = "\u0001\u007f\ud800 é 😀", "" = "", f = -0
            long = [aaaaaaaaaaaaaaaaaaaaaaaaa, bbbbbbbbbbbbbbbbbbbbbbbbbbbbb, cccccccccc, ddddd]
            """;
        HoconValue root = Documents.Parse(Text).Root;
        string json = HoconRenderer.ToJson(root);
        Assert.Equal(json, Documents.Json(json));
        Assert.Equal(json, Documents.Json(HoconRenderer.ToHocon(root)));
        Assert.Equal("[1,[2]]\n", HoconRenderer.ToHocon(Documents.Parse("[1,[2]]").Root)
            .Replace("\n  ", "").Replace("1[", "1,[").Replace("]\n]", "]]"));
        Assert.Equal("", HoconRenderer.ToHocon(Documents.Parse("").Root));
    }

    [Fact]
    public void Values_BuiltInCode_AreChecked()
    {
        HoconMember member = new("a", new HoconNumber("1", HoconPosition.None), HoconPosition.None);
        Assert.Equal("""{"a":1}""", new HoconObject([member], HoconPosition.None).ToString());
        Assert.Throws<ArgumentException>(() => new HoconObject([member, member], default));
        Assert.Throws<ArgumentException>(() => new HoconNumber("1x", HoconPosition.None));
        Assert.Throws<ArgumentException>(() => new HoconException([]));
    }

    [Fact]
    public void Object_WithManyMembers_FindsEachInItsOrder()
    {
        string text = string.Concat(Enumerable.Range(0, 100).Select(i => $"k{i} = {i}\n"));
        HoconObject root = Documents.Parse(text).RootObject;
        Assert.Equal(
            Enumerable.Range(0, 100).Select(i => $"k{i}"), root.Members.Select(m => m.Name));
        Assert.All(root.Members, member => Assert.Same(member.Value, root[member.Name]));
        Assert.Null(root["k100"]);
    }
}
