using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace ActorTune.Hocon;

/// <summary>Settings read from a HOCON file when the configuration is built or reloaded.</summary>
internal sealed class HoconConfigurationProvider(HoconConfigurationSource source)
    : IConfigurationProvider
{
    private Dictionary<string, string?> _settings = new(StringComparer.OrdinalIgnoreCase);
    private CancellationTokenSource _reload = new();

    public bool TryGet(string key, out string? value) => _settings.TryGetValue(key, out value);

    public void Set(string key, string? value) => _settings[key] = value;

    public IChangeToken GetReloadToken() => new CancellationChangeToken(_reload.Token);

    public void Load()
    {
        _settings = source.IsOptional && !File.Exists(source.Path)
            ? new(StringComparer.OrdinalIgnoreCase)
            : SettingsFlattener.Flatten(HoconDocument.Load(source.Path, source.Options).RootObject);
        Interlocked.Exchange(ref _reload, new CancellationTokenSource()).Cancel();
    }

    public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
    {
        string prefix = parentPath is null ? "" : parentPath + ConfigurationPath.KeyDelimiter;
        return _settings.Keys
            .Where(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(key => FirstSegment(key.AsSpan(prefix.Length)))
            .Concat(earlierKeys)
            .OrderBy(key => int.TryParse(key, out int index) ? index : int.MaxValue)
            .ThenBy(key => key, StringComparer.OrdinalIgnoreCase);
    }

    private static string FirstSegment(ReadOnlySpan<char> key)
    {
        int end = key.IndexOf(ConfigurationPath.KeyDelimiter);
        return (end < 0 ? key : key[..end]).ToString();
    }
}
