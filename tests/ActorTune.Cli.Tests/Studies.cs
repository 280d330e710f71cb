namespace ActorTune.Cli.Tests;

/// <summary>Studies and configuration files of the tests.</summary>
internal static class Studies
{
    /// <summary>A sound configuration file; tests replace parts of it.</summary>
    internal const string Text =
        """
        study = tuned
        objective { metric = accuracy, direction = maximize }
        resource { max = 9 }
        program { function = "ActorTune.Cli.Tests.dll#ScriptedProgram", resumes = true }
        search-space {
          x { float = [0.1, 1] }
          layers { int = [1, 3] }
          optimizer { choice = [sgd, adam] }
          momentum { float = [0.5, 0.99], reverse-log = true, when { optimizer = sgd } }
        }
        sampler = random
        scheduler { asha { min-resource = 1 } }
        stop { trials = 9 }
        seed = 7
        """;

    /// <summary>Twelve trials under promotion ASHA.</summary>
    internal static StudySpecification Asha { get; } = new()
    {
        Study = new StudyId("simulated"),
        Seed = 11,
        Objectives = [new Objective("accuracy", Direction.Maximize)],
        SearchSpace = new SearchSpace(
            [new FloatParameter("x", 0, 1), new CategoricalParameter("optimizer", "sgd", "adam")]),
        Sampler = new StrategyOptions("random"),
        Scheduler = new StrategyOptions("asha").With("type", ParameterValue.Of("promotion")),
        Program = new ProgramSpecification { Function = "f", Resumes = true },
        MaxResource = new Resource(9),
        Stop = new StopConditions { Trials = 12 },
    };

    /// <summary>
    /// A file of the form of <see cref="Text"/> that keeps everything in a folder.
    /// </summary>
    internal static string In(CliFolder folder, string old = "", string replacement = "")
    {
        string text = old.Length == 0 ? Text : Text.Replace(old, replacement);
        return folder.Write("study.conf", $$"""
            {{text}}
            run { journal = "{{folder.Journal}}", folder = "{{folder.In("files")}}", slots = 1 }
            """);
    }
}
