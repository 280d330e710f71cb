using Microsoft.Extensions.Configuration;

namespace ActorTune.Hocon;

/// <summary>A HOCON file as a source of settings.</summary>
/// <param name="path">The file.</param>
public sealed class HoconConfigurationSource(string path) : IConfigurationSource
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Whether the file may be missing, which gives no settings. Default: no.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What the document may see; null for the defaults.</summary>
    public HoconParseOptions? Options { get; init; }

    /// <inheritdoc/>
    public IConfigurationProvider Build(IConfigurationBuilder builder) =>
        new HoconConfigurationProvider(this);
}
