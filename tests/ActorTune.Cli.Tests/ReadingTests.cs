using ActorTune.Hocon;
using ActorTune.Journal.Format;

namespace ActorTune.Cli.Tests;

/// <summary>What a sound file says is what the specification holds.</summary>
public sealed class ReadingTests
{
    private const string Everything =
        """
        study = everything
        seed = 18446744073709551615
        objective { metric = loss, direction = minimize, reduce = mean-of-last(3) }
        report = [test-loss]
        resource { unit = step, max = 81 }
        program {
          command = [python3, "train.py", "--fast"], resumes = true
          environment { A = x, TOKEN { secret = HOME_TOKEN } }
          time-limit = 5m, silence-limit = 60s, stop-grace = 2 seconds, working-directory = "/srv"
        }
        search-space {
          lr { float = [1e-4, 0.5], log = true, default = 0.01 }
          momentum { float = [0.5, 0.99], reverse-log = true, when { optimizer = sgd } }
          dropout { float = [0, 1], step = 0.25 }
          width { int = [16, 256], step = 16 }
          depth { int = [1, 64], log = true }
          batch { ordinal = [16, 32, 64], default = 32 }
          rate { choice = [0, 0.5], weights = [1, 3] }
          optimizer { choice = [sgd, adam], default = adam }
          nesterov { boolean = true, when { optimizer = [sgd], depth { at-least = 2 } } }
          version { constant = 3 }
        }
        forbidden = [ { optimizer = adam, rate = 0 } ]
        constraints = [ "depth <= width", "lr > dropout" ]
        sampler = random
        scheduler { hyperband { reduction-factor = 4 } }
        stop {
          trials = 60, wall-time = 4m, total-resource = 2000, target = 0.1, mode = cancel
          finish-best = 2
        }
        failures { lost-worker-retries = 5, error-retries = 1, abort-after-failures-in-row = 0 }
        slots-per-trial = 2, seeds = common, start-with-defaults = false
        run { journal = "a.db", slots = 3, folder = files, durability = normal }
        """;

    [Fact]
    public void A_file_with_everything_becomes_the_specification_it_says()
    {
        using var folder = new CliFolder();
        StudyFile file = ConfigurationFile.Load(folder.Write("study.conf", Everything));
        StudySpecification specification = file.Resolve().Specification;
        Golden.Check(
            "everything.json", StudySpecificationJson.ToText(specification, indented: true) + "\n");
        Assert.Equal(new NodeOptions("a.db", 3, "files", Durability.Normal), file.Node);
        Assert.Equal(["test-loss"], file.Report);
    }

    [Theory]
    [InlineData("scheduler.asha.reduction-factor = 4")]
    [InlineData("scheduler.reduction-factor = 4")]
    public void An_option_is_set_with_or_without_the_name_of_its_strategy(string assignment)
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text);
        StudySpecification read =
            ConfigurationFile.Load(path, [assignment]).Resolve().Specification;
        Assert.Equal(
            new StrategyOptions("asha")
                .With("min-resource", ParameterValue.Of(1))
                .With("reduction-factor", ParameterValue.Of(4)),
            read.Scheduler);
    }

    [Fact]
    public void A_file_may_fix_parameters_and_name_what_is_tried_first()
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text.Replace("trials = 9", "") + """

            stop.no-improvement { trials = 12, min-delta = 0.01 }
            fixed { layers = 2 }
            enqueue = [ { x = 1, optimizer = adam }, { x = 0.5, optimizer = sgd, momentum = 0.75 } ]
            duplicates = resample
            """);
        StudySpecification read = ConfigurationFile.Load(path).Resolve().Specification;
        Assert.Equal(new NoImprovement(12, 0.01), read.Stop.NoImprovement);
        Assert.Equal(
            ParameterValue.Of(2L),
            Assert.IsType<ConstantParameter>(read.SearchSpace.Parameters[1]).Value);
        Assert.Equal(
            ["x=1.0 layers=2 optimizer=adam", "x=0.5 layers=2 optimizer=sgd momentum=0.75"],
            read.Enqueue.Select(configuration => configuration.ToString()));
        Assert.Equal(DuplicatePolicy.Resample, read.Duplicates);
    }

    [Theory]
    [InlineData("fixed { layers = 9 }", "fixed.layers", 15)]
    [InlineData("fixed { layer = 1 }", "fixed.layer", 15)]
    [InlineData("enqueue = [ { x = 0.5 } ]", "enqueue[0].layers", 15)]
    [InlineData("stop.no-improvement { trials = 0 }", "stop.no-improvement.trials", 15)]
    [InlineData("stop.regret-bound = auto", "stop.regret-bound.error", 15)]
    [InlineData("stop.regret-bound = sometimes", "stop.regret-bound", 15)]
    [InlineData("duplicates = never", "duplicates", 15)]
    public void What_cannot_be_is_refused_at_its_place(string text, string place, int line)
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text
            .Replace("seed = 7", "seed = 7\n" + text));
        HoconException refused =
            Assert.Throws<HoconException>(() => ConfigurationFile.Load(path));
        Assert.Contains(place, refused.Problems.Select(problem => problem.Path));
        Assert.All(refused.Problems, problem => Assert.Equal(line, problem.Position.Line));
    }

    [Fact]
    public void A_small_file_says_which_defaults_were_chosen()
    {
        using var folder = new CliFolder();
        StudyFile file = ConfigurationFile.Load(folder.Write("study.conf", Studies.Text
            .Replace("sampler = random", "")
            .Replace("scheduler { asha { min-resource = 1 } }", "")));
        ResolvedDefinition resolved = file.Resolve();
        Assert.Equal("tpe", resolved.Specification.Sampler.Name);
        Assert.Equal("asha", resolved.Specification.Scheduler.Name);
        Assert.Equal(2, resolved.Choices.Count);
    }

    [Fact]
    public void The_sampler_auto_says_what_it_uses_and_why()
    {
        using var folder = new CliFolder();
        StudyFile file = ConfigurationFile.Load(folder.Write(
            "study.conf", Studies.Text.Replace("sampler = random", "sampler = auto")));
        ResolvedDefinition resolved = file.Resolve();
        Assert.Equal("auto", resolved.Specification.Sampler.Name);
        Assert.Equal(
            "sampler auto uses sobol: 9 trials are too few to learn from, so they are spread "
                + "evenly",
            Assert.Single(resolved.Choices));
    }

    [Fact]
    public void All_problems_of_a_file_are_reported_at_once_and_in_order()
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text
            .Replace("maximize", "up")
            .Replace("[0.1, 1]", "[1, 0.1]")
            .Replace("[1, 3]", "[one, 3]")
            .Replace("optimizer = sgd", "optimiser = sgd")
            .Replace("sampler = random", "sampler = bayes")
            .Replace("trials = 9", "trails = 9")
            .Replace("seed = 7", "slots-per-trial = 0"));
        HoconException refused =
            Assert.Throws<HoconException>(() => ConfigurationFile.Load(path));
        Golden.Check(
            "all-problems.txt",
            refused.Message.Replace(folder.Path, "FOLDER", StringComparison.Ordinal) + "\n");
    }

    [Fact]
    public void Assignments_and_variables_override_the_file()
    {
        using var folder = new CliFolder();
        string path = folder.Write("study.conf", Studies.Text);
        var variables = new Dictionary<string, string>
        {
            ["ACTORTUNE_SET_resource_max"] = "27",
            ["ACTORTUNE_SET_scheduler_asha_min__resource"] = "3",
        };
        StudyFile file = ConfigurationFile.Load(path, ["stop.trials = 5"], variables);
        Assert.Equal(27, file.MaxResource);
        Assert.Equal(5, file.Stop.Trials);
        Assert.Equal(ParameterValue.Of(3L), file.Scheduler!.Find("min-resource"));
    }

    [Fact]
    public void A_parameter_with_a_dot_in_its_name_keeps_its_place_in_errors()
    {
        using var folder = new CliFolder();
        string path = folder.Write(
            "study.conf", Studies.Text.Replace("x {", "\"net.x\" {").Replace("[0.1, 1]", "[1, 0]"));
        HoconException refused =
            Assert.Throws<HoconException>(() => ConfigurationFile.Load(path));
        Assert.Equal(6, Assert.Single(refused.Problems).Position.Line);
    }
}
