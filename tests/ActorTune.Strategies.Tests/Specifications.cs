namespace ActorTune.Strategies;

/// <summary>Specifications in one line.</summary>
internal static class Specifications
{
    internal static StudySpecification Of(
        string scheduler,
        long? max = null,
        string sampler = "random",
        SearchSpace? space = null,
        Direction direction = Direction.Minimize) => new()
        {
            Study = new StudyId("s"),
            Seed = 7,
            Objectives = [new Objective("loss", direction)],
            SearchSpace = space ?? new SearchSpace([new FloatParameter("x", 0, 1)]),
            Sampler = Options(sampler),
            Scheduler = Options(scheduler),
            Program = new ProgramSpecification { Function = "f" },
            MaxResource = max is { } units ? new Resource(units) : null,
            Stop = new StopConditions { Trials = 1000 },
        };

    /// <summary>"asha type=stopping reduction-factor=4".</summary>
    internal static StrategyOptions Options(string text)
    {
        string[] words = text.Split(' ');
        var options = new StrategyOptions(words[0]);
        foreach (string word in words.Skip(1))
        {
            string[] parts = word.Split('=');
            options = options.With(parts[0], Value(parts[1]));
        }

        return options;
    }

    internal static ITrialScheduler Scheduler(
        string scheduler, long? max = null, Direction direction = Direction.Minimize) =>
        StandardStrategies.Instance.CreateScheduler(
            Of(scheduler, max, direction: direction));

    private static ParameterValue Value(string text)
    {
        if (long.TryParse(text, CultureInfo.InvariantCulture, out long number))
            return ParameterValue.Of(number);
        if (double.TryParse(text, CultureInfo.InvariantCulture, out double real))
            return ParameterValue.Of(real);
        return bool.TryParse(text, out bool flag)
            ? ParameterValue.Of(flag)
            : ParameterValue.Of(text);
    }
}
