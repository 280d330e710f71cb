using System.Text;

namespace ActorTune.Hocon;

/// <summary>
/// Includes files, relative to the directory of the including file and never to the current
/// directory of the process. A name without extension stands for the files of that name with
/// <c>.json</c> and then <c>.conf</c>, merged in that order; Java properties are not read. The
/// form <c>file("...")</c> is relative to the including file too.
/// </summary>
public sealed class HoconFileIncludes : IHoconIncludeResolver
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public IReadOnlyList<HoconSource> Resolve(HoconInclude include)
    {
        ArgumentNullException.ThrowIfNull(include);
        string directory = Path.GetDirectoryName(include.IncludingSource.Origin) ?? "";
        string path = Path.Combine(directory, include.Name);
        string[] candidates = Path.HasExtension(path) ? [path] : [path + ".json", path + ".conf"];
        return [.. candidates.Where(File.Exists).Select(Read)];
    }

    /// <summary>Reads a file as UTF-8.</summary>
    /// <param name="path">The path; positions show it as it is given.</param>
    /// <returns>The text, known by the file's full path.</returns>
    /// <exception cref="HoconException">The file is not UTF-8.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static HoconSource Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            string text = StrictUtf8.GetString(bytes);
            return new HoconSource(path, text) { Identity = Path.GetFullPath(path) };
        }
        catch (DecoderFallbackException failure)
        {
            int line = 1 + bytes.AsSpan(0, Math.Max(0, failure.Index)).Count((byte)'\n');
            HoconProblem problem = new(new HoconPosition(path, line, 1), "",
                $"the file is not UTF-8 from its byte {failure.Index} on; save it as UTF-8");
            throw new HoconException(problem, failure);
        }
    }
}
