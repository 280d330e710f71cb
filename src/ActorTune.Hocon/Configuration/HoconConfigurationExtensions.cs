using ActorTune.Hocon;

namespace Microsoft.Extensions.Configuration;

/// <summary>Adds HOCON files to a configuration.</summary>
public static class HoconConfigurationExtensions
{
    /// <summary>Adds a HOCON file as a source of settings.</summary>
    /// <remarks>
    /// Members are joined by colons and array elements numbered from 0, as for other sources. The
    /// values are the texts of the document: <c>on</c> and <c>5s</c> are not converted.
    /// </remarks>
    /// <param name="builder">The configuration being built.</param>
    /// <param name="path">The file; relative to the current directory of the process.</param>
    /// <param name="optional">Whether the file may be missing. Default: no.</param>
    /// <param name="options">What the document may see; null for the defaults.</param>
    /// <returns>The builder.</returns>
    public static IConfigurationBuilder AddHoconFile(
        this IConfigurationBuilder builder, string path, bool optional = false,
        HoconParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.Add(new HoconConfigurationSource(path)
        {
            IsOptional = optional,
            Options = options,
        });
    }
}
