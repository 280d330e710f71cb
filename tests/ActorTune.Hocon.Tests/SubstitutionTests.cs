namespace ActorTune.Hocon;

public sealed class SubstitutionTests
{
    [Theory]
    [InlineData("a = ${b}, b = 1", """{"a":1,"b":1}""")]
    [InlineData("a = ${b.c}, b.c = [1, ${b.d}], b.d = x",
        """{"a":[1,"x"],"b":{"c":[1,"x"],"d":"x"}}""")]
    [InlineData("a = ${ \"x.y\" }, \"x.y\" = true", """{"a":true,"x.y":true}""")]
    [InlineData("a = ${x \"y\" z}, x y z = 1", """{"a":1,"x y z":1}""")]
    [InlineData("a = ${3.14}, 3.14 = pi", """{"a":"pi","3":{"14":"pi"}}""")]
    [InlineData("a = ${b} is ${b}, b = 1e5", """{"a":"1e5 is 1e5","b":1e5}""")]
    [InlineData("a = ${b}\" x\", b = null", """{"a":"null x","b":null}""")]
    [InlineData("b = 1, a = ${b}, b = 2", """{"b":2,"a":2}""")]
    [InlineData("b = {x = 1}, a = ${b}, b = {y = 2}", """{"b":{"x":1,"y":2},"a":{"x":1,"y":2}}""")]
    [InlineData("a = {x = 1}, b = ${a} {y = 2}", """{"a":{"x":1},"b":{"x":1,"y":2}}""")]
    [InlineData("a = {x = 1}, b = ${a}, b.y = 2, b.x = 3", """{"a":{"x":1},"b":{"x":3,"y":2}}""")]
    [InlineData("a = [1], b = ${a} ${a} [2]", """{"a":[1],"b":[1,1,2]}""")]
    [InlineData("a = {0 = x, 1 = y}, b = [w] ${a}",
        """{"a":{"0":"x","1":"y"},"b":["w","x","y"]}""")]
    [InlineData("x = {p = 1}, y = {q = 2}, z = ${x} ${y}",
        """{"x":{"p":1},"y":{"q":2},"z":{"p":1,"q":2}}""")]
    public void Parse_Substitution_TakesTheFinalValue(string text, string json) =>
        Assert.Equal(json, Documents.Json(text));

    [Theory]
    [InlineData("a = ${?b}", "{}")]
    [InlineData("a = 1, a = ${?b}", """{"a":1}""")]
    [InlineData("a = ${?b}, a = 1", """{"a":1}""")]
    [InlineData("a = [1, ${?b}, 2]", """{"a":[1,2]}""")]
    [InlineData("a = ${?b}foo", """{"a":"foo"}""")]
    [InlineData("a = x ${?b} y", """{"a":"x  y"}""")]
    [InlineData("a = ${?b}${?c}", "{}")]
    [InlineData("a = ${?b} ${?c}", """{"a":" "}""")]
    [InlineData("a = ${?b}7", """{"a":"7"}""")]
    [InlineData("a = ${?b} [1]", """{"a":[1]}""")]
    [InlineData("a = ${?b} {x = 1}", """{"a":{"x":1}}""")]
    [InlineData("a = {x = ${?b}}", """{"a":{}}""")]
    [InlineData("b = 1, a = ${?b.c}", """{"b":1}""")]
    public void Parse_UndefinedOptionalSubstitution_LeavesNothing(string text, string json) =>
        Assert.Equal(json, Documents.Json(text));

    [Theory]
    [InlineData("path = \"a:b:c\", path = ${path}\":d\"", """{"path":"a:b:c:d"}""")]
    [InlineData("path = [ /bin ], path = ${path} [ /usr/bin ]", """{"path":["/bin","/usr/bin"]}""")]
    [InlineData("foo = { a : 1 }, foo = ${foo}", """{"foo":{"a":1}}""")]
    [InlineData("foo = ${?foo}", "{}")]
    [InlineData("foo = ${foo}, foo = 42", """{"foo":42}""")]
    [InlineData("foo = ${does-not-exist}, foo = 42", """{"foo":42}""")]
    [InlineData("foo : { a : { c : 1 } }, foo : ${foo.a}, foo : { a : 2 }",
        """{"foo":{"a":2,"c":1}}""")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }", """{"bar":{"foo":42,"baz":42}}""")]
    [InlineData("bar : { foo : 42, baz : ${bar.foo} }, bar : { foo : 43 }",
        """{"bar":{"foo":43,"baz":43}}""")]
    [InlineData(
        "bar : { a : ${foo.d}, b : 1 }, bar.b = 3, foo : { c : ${bar.b}, d : 2 }, foo.d = 4",
        """{"bar":{"a":4,"b":3},"foo":{"c":3,"d":4}}""")]
    [InlineData("a = ${?a}foo", """{"a":"foo"}""")]
    [InlineData("a = 1, a = ${a}2, a = ${a}3", """{"a":"123"}""")]
    [InlineData("a.b = 1, a { b = ${a.b}2 }", """{"a":{"b":"12"}}""")]
    [InlineData("a = {x = 1}, b = ${a.x}, a.x = ${b}", """{"a":{"x":1},"b":1}""")]
    [InlineData("a = 1, b = 2, a = ${b}, b = ${a}", """{"a":1,"b":1}""")]
    [InlineData("a : { b : ${?a} }", """{"a":{}}""")]
    [InlineData("a : { b : { c : ${?a} } }", """{"a":{"b":{}}}""")]
    [InlineData("a : [${?a}]", """{"a":[]}""")]
    [InlineData("a : 1, a : [${?a}]", """{"a":[]}""")]
    [InlineData("a : { b : ${?x} }, x : { y : ${a} }", """{"a":{},"x":{"y":{}}}""")]
    [InlineData("bar = ${foo}, bar = {a = 1}, foo = {x = ${bar.a}}",
        """{"bar":{"x":1,"a":1},"foo":{"x":1}}""")]
    [InlineData("a = ${b}, b = { x : ${a.y}, y : 1 }", """{"a":{"x":1,"y":1},"b":{"x":1,"y":1}}""")]
    [InlineData("a = ${a} {x = ${a.y}}, a.y = 7", null)]
    [InlineData("a = {y = 7}, a = ${a} {x = ${a.y}}", """{"a":{"y":7,"x":7}}""")]
    public void Parse_SelfReference_LooksBack(string text, string? json)
    {
        if (json is null)
            Documents.Refused(text);
        else
            Assert.Equal(json, Documents.Json(text));
    }

    [Theory]
    [InlineData("foo = ${a.b.c}, a { b { c = 42, cycle = ${foo} }, cycle = ${foo} }",
        """{"foo":42,"a":{"b":{"c":42,"cycle":42},"cycle":42}}""")]
    [InlineData(
        "d = {a = 1}, p = ${d}, p.c = ${q.d}, p.x = ${q.y}, q = ${d}, q.d = ${p.a}, q.y = 15",
        """{"d":{"a":1},"p":{"a":1,"c":1,"x":15},"q":{"a":1,"d":1,"y":15}}""")]
    [InlineData("d { a = ${p.b}, b = 1 }, p = ${d}, p.b = 2, q.b = ${p.b}",
        """{"d":{"a":2,"b":1},"p":{"a":2,"b":2},"q":{"b":2}}""")]
    [InlineData("d { x = [] }, c = ${d}, c { x = ${c.x}[1], x = ${c.x}[2] }",
        """{"d":{"x":[]},"c":{"x":[1,2]}}""")]
    [InlineData("z = 5, d.n = ${z}, i = 3, i = ${?no}, i = ${d}, i = {}, i.b = {c = 4}, j = ${i.b}",
        """{"z":5,"d":{"n":5},"i":{"n":5,"b":{"c":4}},"j":{"c":4}}""")]
    [InlineData("bar = [${x}, 1], bar = {foo = 42, baz = ${bar.foo}}, x = 0",
        """{"bar":{"foo":42,"baz":42},"x":0}""")]
    [InlineData("a = {b = 3}, a = {b = 2} ${a}", """{"a":{"b":3}}""")]
    [InlineData("a={b={c=5}}, a=${a.b}, a={b=2}", """{"a":{"b":2,"c":5}}""")]
    [InlineData("a={b={c=5}}, a={ x : ${a.b} }, a={b=2}", """{"a":{"b":2,"x":2}}""")]
    public void Parse_ObjectsThatReferToEachOther_AreResolvedLazily(string text, string json) =>
        Assert.Equal(json, Documents.Json(text));

    [Theory]
    [InlineData("foo : ${foo}", "refers to itself")]
    [InlineData("foo : ${foo}, foo : { a : 1 }", "refers to itself")]
    [InlineData("bar : ${foo}, foo : ${bar}", "refers to itself")]
    [InlineData("a : ${b}, b : ${c}, c : ${a}", "refers to itself")]
    [InlineData("a : { b : ${a} }", "contains itself")]
    [InlineData("a : [${a}]", "contains itself")]
    [InlineData("a : 1, a : [${a}]", "contains itself")]
    [InlineData("a : { b : ${x} }, x : { y : ${a} }", "contains itself")]
    [InlineData("a : ${b}", "neither the document nor the environment defines it")]
    [InlineData("a : [x, ${b.c}]", "${b.c} has no value")]
    [InlineData("a : x, b : ${a.c}", "${a.c} has no value")]
    [InlineData("a : ${?b} ${c}", "${c} has no value")]
    public void Parse_UnresolvableSubstitution_IsRefused(string text, string part) =>
        Assert.Contains(part, Documents.Refused(text).Message);

    [Theory]
    [InlineData("a += b", """{"a":["b"]}""")]
    [InlineData("a = [], a += 10", """{"a":[10]}""")]
    [InlineData("a = [1], a += 2, a += [3], a += {x = 4}", """{"a":[1,2,[3],{"x":4}]}""")]
    [InlineData("a.b += x, a.b += y", """{"a":{"b":["x","y"]}}""")]
    [InlineData("a { b = [1] }, a { b += 2 }, a { b += 3 }", """{"a":{"b":[1,2,3]}}""")]
    [InlineData("t = { l = [1] }, a = ${t}, a.l += 2", """{"t":{"l":[1]},"a":{"l":[1,2]}}""")]
    [InlineData("a += 1, a = [5], a += 2", """{"a":[5,2]}""")]
    [InlineData("[ { a += 1, a += 2, b { c += ${?x} } } ]", """[{"a":[1,2],"b":{"c":[]}}]""")]
    [InlineData("a = {0 = x}, a += y", """{"a":["x","y"]}""")]
    [InlineData("a += ${b} c, b = 1", """{"a":["1 c"],"b":1}""")]
    public void Parse_PlusEquals_Appends(string text, string json) =>
        Assert.Equal(json, Documents.Json(text));

    [Theory]
    [InlineData("a = 1, a += 2")]
    [InlineData("a = {x = 1}, a += 2")]
    [InlineData("a = [1], a += ${a}")]
    public void Parse_PlusEqualsOntoNoArray_IsRefused(string text) => Documents.Refused(text);

    [Fact]
    public void Parse_PlusEqualsManyTimes_IsNoChainOfSubstitutions()
    {
        string text = string.Concat(Enumerable.Range(0, 5000).Select(i => $"a += {i}\n"));
        HoconArray array = (HoconArray)Documents.Parse(text).RootObject["a"]!;
        Assert.Equal(5000, array.Elements.Count);
    }

    [Fact]
    public void Parse_SubstitutionInTheEnvironment_IsAString()
    {
        HoconParseOptions options = Documents.WithEnvironment(
            ("HOME", "/root"), ("EMPTY", ""), ("a.b", "dotted"), ("N", "5"));
        Assert.Equal("""{"x":"/root/y","e":"","d":"dotted","n":"5"}""",
            Documents.Json("x = ${HOME}/y, e = ${EMPTY}, d = ${a.b}, n = ${?N}", options));
        Assert.Equal("""{"HOME":null,"x":null}""",
            Documents.Json("HOME = null, x = ${HOME}", options));
        Assert.Equal("""{"HOME":["y"]}""", Documents.Json("HOME += y", options));
        HoconObject root = Documents.Parse("x = ${HOME}", options).RootObject;
        Assert.Equal("environment variable HOME", root["x"]!.Position.ToString());
    }

    [Fact]
    public void Parse_SeveralUndefinedSubstitutions_ReportsAll()
    {
        HoconException refused = Documents.Refused("a = ${x}\nb = [${y}]\nc = ok ${z}");
        Assert.Equal(["t:1:5", "t:2:6", "t:3:8"],
            refused.Problems.Select(problem => problem.Position.ToString()));
    }
}
