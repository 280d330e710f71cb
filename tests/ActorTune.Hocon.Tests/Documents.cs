namespace ActorTune.Hocon;

/// <summary>Documents for tests: no environment and no files unless they are given.</summary>
internal static class Documents
{
    public static readonly HoconParseOptions Closed = new()
    {
        Environment = new Dictionary<string, string>(),
        Includes = new DictionaryIncludes(),
    };

    public static string Json(string text, HoconParseOptions? options = null) =>
        HoconRenderer.ToJson(Parse(text, options).Root);

    public static HoconDocument Parse(string text, HoconParseOptions? options = null) =>
        HoconDocument.Parse(text, options ?? Closed, "t");

    public static HoconException Refused(string text, HoconParseOptions? options = null) =>
        Assert.Throws<HoconException>(() => Parse(text, options));

    public static HoconParseOptions Including(params (string Name, string Text)[] files) =>
        Closed with { Includes = new DictionaryIncludes(files) };

    public static HoconParseOptions WithEnvironment(
        params (string Name, string Value)[] variables) =>
        Closed with { Environment = variables.ToDictionary(v => v.Name, v => v.Value) };
}

internal sealed class DictionaryIncludes(params (string Name, string Text)[] files)
    : IHoconIncludeResolver
{
    public IReadOnlyList<HoconSource> Resolve(HoconInclude include) =>
        [.. files.Where(file => file.Name == include.Name)
            .Select(file => new HoconSource(file.Name, file.Text))];
}
