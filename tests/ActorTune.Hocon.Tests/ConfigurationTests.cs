using Microsoft.Extensions.Configuration;

namespace ActorTune.Hocon;

public sealed class ConfigurationTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void AddHoconFile_Tree_IsLaidOutByColons()
    {
        File.WriteAllText(_path,
            "node { name = w1, slots = [ { gpu = 0 }, { gpu = 1 } ] }\n"
            + "limit = 1.50, on = true, no = null");
        IConfigurationProvider provider = Provider();
        Assert.Equal("w1", Setting(provider, "node:name"));
        Assert.Equal("w1", Setting(provider, "NODE:Name"));
        Assert.Equal("1", Setting(provider, "node:slots:1:gpu"));
        Assert.Equal("1.50", Setting(provider, "limit"));
        Assert.Equal("true", Setting(provider, "on"));
        Assert.True(provider.TryGet("no", out string? nothing));
        Assert.Null(nothing);
        Assert.False(provider.TryGet("node", out _));
    }

    [Fact]
    public void GetChildKeys_Arrays_CountInOrder()
    {
        File.WriteAllText(_path, "a = [0,1,2,3,4,5,6,7,8,9,10], b { c = 1, d { e = 2 } }");
        IConfigurationProvider provider = Provider();
        Assert.Equal(Enumerable.Range(0, 11).Select(i => i.ToString()),
            provider.GetChildKeys([], "a"));
        Assert.Equal(["c", "d", "z"], provider.GetChildKeys(["z"], "b"));
        Assert.Equal(["a", "b"], provider.GetChildKeys([], null).Distinct());
    }

    [Fact]
    public void Load_Again_ReadsTheFileAndTellsTheListeners()
    {
        File.WriteAllText(_path, "a = 1");
        IConfigurationProvider provider = Provider();
        bool isTold = false;
        provider.GetReloadToken().RegisterChangeCallback(_ => isTold = true, null);
        File.WriteAllText(_path, "a = 2");
        provider.Load();
        Assert.True(isTold);
        Assert.Equal("2", Setting(provider, "a"));
        provider.Set("a", "3");
        Assert.Equal("3", Setting(provider, "a"));
    }

    [Fact]
    public void Load_MissingFile_IsRefusedUnlessOptional()
    {
        Builder builder = new();
        builder.AddHoconFile(_path + ".missing", optional: true);
        builder.AddHoconFile(_path + ".missing");
        builder.Sources[0].Build(builder).Load();
        Assert.Throws<HoconException>(() => builder.Sources[1].Build(builder).Load());
    }

    private IConfigurationProvider Provider()
    {
        Builder builder = new();
        builder.AddHoconFile(_path, options: Documents.Closed);
        IConfigurationProvider provider = Assert.Single(builder.Sources).Build(builder);
        provider.Load();
        return provider;
    }

    private static string? Setting(IConfigurationProvider provider, string key) =>
        provider.TryGet(key, out string? value) ? value : $"no {key}";

    private sealed class Builder : IConfigurationBuilder
    {
        public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>();

        public IList<IConfigurationSource> Sources { get; } = [];

        public IConfigurationBuilder Add(IConfigurationSource source)
        {
            Sources.Add(source);
            return this;
        }

        public IConfigurationRoot Build() => throw new NotSupportedException();
    }
}
