using ActorTune.Hocon;

namespace ActorTune.Cli.Reading;

/// <summary>
/// Loads a configuration file and reports everything that is wrong with it at once.
/// </summary>
internal static class ConfigurationFile
{
    /// <summary>Variables with this prefix override values: see docs/cli.md.</summary>
    internal const string OverridePrefix = "ACTORTUNE_SET_";

    private static readonly string[] NeedSearchSpace =
    [
        "search-space", "forbidden", "constraints", "inequalities", "start-with-defaults", "fixed",
        "enqueue",
    ];

    /// <summary>Loads a study's file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overrides">Assignments such as <c>stop.trials = 10</c>.</param>
    /// <param name="environment">The environment variables; null: those of the process.</param>
    /// <exception cref="HoconException">Anything is wrong; it lists all of it.</exception>
    internal static StudyFile Load(
        string path,
        IReadOnlyList<string>? overrides = null,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        HoconDocument document = HoconDocument.Load(path, new HoconParseOptions
        {
            Environment = environment,
            EnvironmentOverridePrefix = OverridePrefix,
            Overrides = overrides ?? [],
        });
        return Read(document, path);
    }

    /// <summary>Reads a study from a document that was parsed.</summary>
    /// <param name="document">The document.</param>
    /// <param name="path">The name that the study's file has.</param>
    /// <exception cref="HoconException">Anything is wrong; it lists all of it.</exception>
    internal static StudyFile Read(HoconDocument document, string path)
    {
        var reader = new StudyReader(path);
        StudyFile? file = null;
        IReadOnlyList<HoconProblem> refused = [];
        try
        {
            document.Read(root => file = reader.Read(root));
        }
        catch (HoconException failure)
        {
            refused = failure.Problems;
        }

        // Reading goes on after a refusal, but where it could not there is nothing to check.
        IEnumerable<Problem> found = file is null ? [] : FindProblems(reader, file);
        List<HoconProblem> problems = [.. refused, .. Located(document, found, refused)];
        if (file is null || problems.Count > 0)
            throw new HoconException(InOrder(problems));
        HoconValue? function = document.RootObject.Find("program", "function");
        return file with { FunctionPlace = function?.Position ?? HoconPosition.Whole(path) };
    }

    private static IEnumerable<Problem> FindProblems(StudyReader reader, StudyFile file)
    {
        try
        {
            file.Resolve();
            return reader.Problems;
        }
        catch (InvalidStudyException invalid)
        {
            return reader.Problems.Concat(invalid.Problems.Where(problem =>
                reader.HasSearchSpace || !NeedSearchSpace.Contains(SectionOf(problem.Path))));
        }
    }

    /// <summary>
    /// Problems with their places, but for sections of which a value was refused before: what
    /// stands there in its place is not the user's.
    /// </summary>
    private static IEnumerable<HoconProblem> Located(
        HoconDocument document, IEnumerable<Problem> problems, IReadOnlyList<HoconProblem> refused)
    {
        HashSet<string> sections = [.. refused
            .Select(problem => SectionOf(problem.Path))
            .Where(section => section != "search-space")];
        // The scheduler's rungs follow from the resource.
        if (sections.Contains("resource"))
            sections.Add("scheduler");
        return problems
            .Select(problem => ProblemPlaces.Locate(document.RootObject, problem))
            .Where(problem => !sections.Contains(SectionOf(problem.Path)));
    }

    private static string SectionOf(string path) => path.Split('.', '[')[0];

    private static HoconProblem[] InOrder(IEnumerable<HoconProblem> problems) =>
    [
        .. problems
            .OrderBy(problem => problem.Position.Origin, StringComparer.Ordinal)
            .ThenBy(problem => problem.Position.Line)
            .ThenBy(problem => problem.Position.Column),
    ];
}
