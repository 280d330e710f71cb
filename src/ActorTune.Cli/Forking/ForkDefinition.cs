using ActorTune.Cli.Reading;
using ActorTune.Hocon;

namespace ActorTune.Cli.Forking;

/// <summary>What a fork is to be: the parent's definition with some values set.</summary>
/// <param name="File">The definition under the fork's name.</param>
/// <param name="Document">The same as text that can be written to a file.</param>
internal sealed record ForkDefinition(StudyFile File, HoconDocument Document)
{
    /// <summary>Reads the definition and sets values; all problems are told at once.</summary>
    /// <param name="parent">The parent's specification at the fork.</param>
    /// <param name="path">The parent's configuration file; null: the recorded one counts.</param>
    /// <param name="name">The fork's name.</param>
    /// <param name="overrides">Assignments such as <c>stop.trials = 10</c>.</param>
    /// <param name="environment">The environment variables; null: those of the process.</param>
    /// <exception cref="HoconException">Anything is wrong; it lists all of it.</exception>
    internal static ForkDefinition Read(
        StudySpecification parent,
        string? path,
        StudyId name,
        IReadOnlyList<string> overrides,
        IReadOnlyDictionary<string, string>? environment)
    {
        var options = new HoconParseOptions
        {
            Environment = environment,
            Overrides = [.. overrides, $"study = \"{name}\""],
        };
        HoconDocument document = path is null
            ? HoconDocument.Parse(StudyText.Of(parent), options, $"{parent.Study} as recorded")
            : HoconDocument.Load(path, options with
            {
                EnvironmentOverridePrefix = ConfigurationFile.OverridePrefix,
            });
        return new ForkDefinition(
            ConfigurationFile.Read(document, path ?? $"{name}.conf"), document);
    }

    /// <summary>The specification; what the file leaves open is the parent's.</summary>
    internal StudySpecification Resolve(StudySpecification parent) =>
        File.Resolve(parent).Specification;
}
