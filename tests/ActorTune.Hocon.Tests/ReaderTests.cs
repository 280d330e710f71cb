namespace ActorTune.Hocon;

public sealed class ReaderTests
{
    private enum Kind
    {
        None,
        TreeParzen,
        CMAEvolution,
    }

    [Theory]
    [InlineData("1", 1.0)]
    [InlineData("1e-3", 1e-3)]
    [InlineData("-0.5E2", -50.0)]
    [InlineData("\"2.5\"", 2.5)]
    [InlineData("4.9e-324", 4.9e-324)]
    [InlineData("1e-400", 0.0)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("1e999", null)]
    [InlineData("abc", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("01", null)]
    [InlineData(".5", null)]
    [InlineData("NaN", null)]
    [InlineData("true", null)]
    [InlineData("[1]", null)]
    [InlineData("{}", null)]
    public void AsDouble_Value_Converts(string text, double? expected) =>
        Assert.Equal(expected, Item(text).AsDouble());

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("-0", 0L)]
    [InlineData("1e3", 1000L)]
    [InlineData("2.0", 2L)]
    [InlineData("\"12\"", 12L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("9007199254740993.0", 9007199254740993L)]
    [InlineData("1.5", null)]
    [InlineData("1e-40", null)]
    [InlineData("1e400", null)]
    [InlineData("0e400", 0L)]
    [InlineData("x", null)]
    public void AsLong_Value_ConvertsExactly(string text, long? expected) =>
        Assert.Equal(expected, Item(text).AsLong());

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483648", null)]
    public void AsInt_Value_StaysInRange(string text, int? expected) =>
        Assert.Equal(expected, Item(text).AsInt());

    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    [InlineData("True", null)]
    [InlineData("1", null)]
    public void AsBoolean_Value_KnowsTheSixWords(string text, bool? expected) =>
        Assert.Equal(expected, Item(text).AsBoolean());

    [Theory]
    [InlineData("x y", "x y")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    public void AsString_Value_Converts(string text, string? expected) =>
        Assert.Equal(expected, Item(text).AsString());

    [Theory]
    [InlineData("250", 250.0)]
    [InlineData("\"250\"", 250.0)]
    [InlineData("0", 0.0)]
    [InlineData("5s", 5_000.0)]
    [InlineData("5 s", 5_000.0)]
    [InlineData("\"  5  seconds  \"", 5_000.0)]
    [InlineData("1.5h", 5_400_000.0)]
    [InlineData("-1m", -60_000.0)]
    [InlineData("1e3ms", 1_000.0)]
    [InlineData("2d", 172_800_000.0)]
    [InlineData("500000ns", 0.5)]
    [InlineData("10 weeks", null)]
    [InlineData("5S", null)]
    [InlineData("s", null)]
    [InlineData("1e9 days", null)]
    [InlineData("1e300 s", null)]
    [InlineData("5 s s", null)]
    [InlineData("true", null)]
    [InlineData("[]", null)]
    public void AsDuration_Value_ReadsUnits(string text, double? milliseconds) =>
        Assert.Equal(milliseconds, Item(text).AsDuration()?.TotalMilliseconds);

    [Fact]
    public void AsDuration_EveryUnitName_IsKnown()
    {
        (string Names, double Seconds)[] units =
        [
            ("ns nano nanos nanosecond nanoseconds", 1e-9),
            ("us micro micros microsecond microseconds", 1e-6),
            ("ms milli millis millisecond milliseconds", 1e-3),
            ("s second seconds", 1),
            ("m minute minutes", 60),
            ("h hour hours", 3600),
            ("d day days", 86400),
        ];
        foreach ((string names, double seconds) in units)
        {
            foreach (string name in names.Split(' '))
            {
                TimeSpan? duration = Item($"1000 {name}").AsDuration();
                Assert.Equal(1000 * seconds, duration!.Value.TotalSeconds, 12);
            }
        }
    }

    [Theory]
    [InlineData("0", 0L)]
    [InlineData("1024", 1024L)]
    [InlineData("512K", 524_288L)]
    [InlineData("1.5k", 1536L)]
    [InlineData("10 MB", 10_000_000L)]
    [InlineData("1GiB", 1_073_741_824L)]
    [InlineData("7 exbibytes", 7L << 60)]
    [InlineData("9.2EB", 9_200_000_000_000_000_000L)]
    [InlineData("10EB", null)]
    [InlineData("1 YB", null)]
    [InlineData("-1", null)]
    [InlineData("0.5B", null)]
    [InlineData("1 KB", null)]
    [InlineData("1 kb", null)]
    [InlineData("many", null)]
    public void AsSize_Value_ReadsUnits(string text, long? bytes) =>
        Assert.Equal(bytes, Item(text).AsSize());

    [Fact]
    public void AsSize_EveryUnitName_IsKnown()
    {
        string[] tens = ["B b byte bytes", "kB kilobyte kilobytes", "MB megabyte megabytes",
            "GB gigabyte gigabytes", "TB terabyte terabytes", "PB petabyte petabytes",
            "EB exabyte exabytes"];
        string[] twos = ["K k Ki KiB kibibyte kibibytes", "M m Mi MiB mebibyte mebibytes",
            "G g Gi GiB gibibyte gibibytes", "T t Ti TiB tebibyte tebibytes",
            "P p Pi PiB pebibyte pebibytes", "E e Ei EiB exbibyte exbibytes"];
        for (int power = 0; power < tens.Length; power++)
        {
            foreach (string name in tens[power].Split(' '))
                Assert.Equal((long)Math.Pow(1000, power), Item("1" + name).AsSize());
        }

        for (int power = 1; power <= twos.Length; power++)
        {
            foreach (string name in twos[power - 1].Split(' '))
                Assert.Equal(1L << (10 * power), Item("1" + name).AsSize());
        }
    }

    [Theory]
    [InlineData("tree-parzen", true)]
    [InlineData("TreeParzen", true)]
    [InlineData("tree_PARZEN", true)]
    [InlineData("tree-parsen", false)]
    [InlineData("1", false)]
    public void AsEnum_Value_IgnoresCaseAndHyphens(string text, bool isKnown) =>
        Assert.Equal(isKnown ? Kind.TreeParzen : null, Item(text).AsEnum<Kind>());

    [Fact]
    public void AsArray_ObjectWithNumbersForKeys_IsAnArrayInTheirOrder()
    {
        IReadOnlyList<HoconItem>? items = Item("{ 10 = c, 0 = a, x = y, 2 = b }").AsArray();
        Assert.Equal(["a", "b", "c"], items!.Select(item => item.AsString()));
        Assert.Null(Item("{}").AsArray());
        Assert.Null(Item("{ x = 1 }").AsArray());
        Assert.Null(Item("abc").AsArray());
    }

    [Fact]
    public void Read_GoodDocument_GivesTheValues()
    {
        HoconDocument document = Documents.Parse(
            """
            name = digits, seed = 7, ratio = 0.5, wait = 5s, room = 1K, kind = cma-evolution
            big = 9e15, is-quick = on, nothing = null
            layers = [ { width = 3 }, { width = 4 } ]
            nested { deep { value = x } }
            """);
        (string, int, double, TimeSpan, long, Kind, long, bool) read = document.Read(reader =>
        {
            Assert.False(reader.Has("nothing"));
            Assert.Null(reader.OptionalString("nothing"));
            Assert.Null(reader.OptionalObject("absent"));
            Assert.Equal([3, 4], reader.RequiredArray("layers")
                .Select(layer => layer.AsObject()!.RequiredInt("width")));
            HoconReader deep = reader.RequiredObject("nested").RequiredObject("deep");
            Assert.Equal("nested.deep", deep.Path);
            Assert.Equal("x", deep.RequiredString("value"));
            return (reader.RequiredString("name"), reader.RequiredInt("seed"),
                reader.RequiredDouble("ratio"), reader.RequiredDuration("wait"),
                reader.RequiredSize("room"), reader.RequiredEnum<Kind>("kind"),
                reader.RequiredLong("big"), reader.RequiredBoolean("is-quick"));
        });
        Assert.Equal(("digits", 7, 0.5, TimeSpan.FromSeconds(5), 1024L, Kind.CMAEvolution,
            9_000_000_000_000_000L, true), read);
    }

    [Fact]
    public void Read_BadDocument_ReportsEverythingAtOnce()
    {
        HoconDocument document = HoconDocument.Parse(
            """
            seed = abc
            samplr = tpe
            search-space {
              lr { low = abc, hihg = 1 }
            }
            layers = [ { width = 3 }, { width = wide } ]
            kind = tree-parsen
            wait = 5 secs
            section = 5
            nothing = null
            """, Documents.Closed, "config/digits.conf");
        HoconException refused = Assert.Throws<HoconException>(() => document.Read(ReadBadly));
        Assert.Equal(
        [
            "config/digits.conf:1:8: seed: expected a whole number, got 'abc'",
            "config/digits.conf:4:14: search-space.lr.low: expected a number, got 'abc'",
            "config/digits.conf:4:6: search-space.lr.high: this value is required and missing",
            "config/digits.conf:4:19: search-space.lr.hihg: nothing has this name here; "
                + "did you mean 'high'?",
            "config/digits.conf:6:37: layers[1].width: expected a whole number, got 'wide'",
            "config/digits.conf:7:8: kind: expected one of none, tree-parzen, cma-evolution; "
                + "got 'tree-parsen'; did you mean 'tree-parzen'?",
            "config/digits.conf:8:8: wait: 'secs' is no unit of time; "
                + "expected a duration such as 30s, 5 minutes or 100 ms, got '5 secs'",
            "config/digits.conf:9:11: section: expected an object, got 5",
            "config/digits.conf:10:11: nothing: expected a string, got null",
            "config/digits.conf:1:1: \"a b\": must not be missing",
            "config/digits.conf:2:1: samplr: nothing has this name here; did you mean 'sampler'?",
        ], refused.Problems.Select(problem => problem.ToString()));
        Assert.Equal(refused.Problems.Count, refused.Message.Split('\n').Length);
    }

    [Fact]
    public void Read_FailureOnAPlaceholder_IsToldAsTheProblems()
    {
        HoconDocument document = Documents.Parse("a = x");
        HoconException refused = Assert.Throws<HoconException>(() =>
            document.Read(reader => 1 / reader.RequiredInt("a")));
        Assert.IsType<DivideByZeroException>(refused.InnerException);
        Assert.Throws<DivideByZeroException>(() =>
            Documents.Parse("a = 0").Read(reader => 1 / reader.RequiredInt("a")));
    }

    [Fact]
    public void RefuseUnknown_NoNearName_ListsTheKnownOnes()
    {
        HoconException refused = Assert.Throws<HoconException>(() =>
            Documents.Parse("xyzzy = 1, low = 2").Read(reader =>
            {
                reader.OptionalDouble("low");
                reader.OptionalDouble("high");
                reader.RefuseUnknown();
                return 0;
            }));
        Assert.Equal("t:1:1: xyzzy: nothing has this name here; known are high, low",
            Assert.Single(refused.Problems).ToString());
    }

    [Fact]
    public void Members_OfAnObject_AreInOrderAndKnown() =>
        Documents.Parse("b = 1, a = 2, \"x.y\" = 3").Read(reader =>
        {
            Assert.Equal(["b", "a", "\"x.y\""], reader.Members().Select(member => member.Path));
            reader.RefuseUnknown();
            return 0;
        });

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("lwo", "low", 1)]
    [InlineData("Low", "low", 0)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_OfNames_CountsChanges(string one, string other, int distance) =>
        Assert.Equal(distance, NameStyle.Distance(one, other));

    private static int ReadBadly(HoconReader reader)
    {
        reader.RequiredInt("seed");
        HoconReader lr = reader.RequiredObject("search-space").RequiredObject("lr");
        lr.RequiredDouble("low");
        lr.RequiredDouble("high");
        lr.RefuseUnknown();
        foreach (HoconItem layer in reader.RequiredArray("layers"))
            layer.AsObject()!.RequiredInt("width");
        reader.RequiredEnum<Kind>("kind");
        reader.OptionalDuration("wait");
        reader.RequiredObject("section").RequiredString("unreported");
        reader.RequiredString("nothing");
        reader.Refuse("a b", "must not be missing");
        reader.OptionalString("sampler");
        reader.RefuseUnknown();
        return 0;
    }

    private static HoconItem Item(string text) =>
        new("a", "a", Documents.Parse("a = " + text).RootObject["a"]!, new ProblemList());
}
