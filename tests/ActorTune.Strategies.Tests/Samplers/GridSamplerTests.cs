using ActorTune.Strategies.Samplers.Grid;

namespace ActorTune.Strategies.Samplers;

public sealed class GridSamplerTests
{
    private static readonly SearchSpace Plain = new(
    [
        new IntegerParameter("depth", 1, 2),
        new OrdinalParameter("width", ParameterValue.Of(16), ParameterValue.Of(32)),
        new BooleanParameter("bias"),
    ]);

    private static readonly SearchSpace Conditional = new(
    [
        new FloatParameter("momentum", 0, 1)
        {
            Step = 0.5,
            When = [Condition.OneOf("optimizer", ParameterValue.Of("sgd"))],
        },
        new CategoricalParameter("optimizer", "sgd", "adam"),
        new IntegerParameter("layers", 1, 2),
    ]);

    [Fact]
    public void Suggestions_are_the_product_with_the_last_parameter_fastest() =>
        Assert.Equal(
            [
                "depth=1 width=16 bias=false", "depth=1 width=16 bias=true",
                "depth=1 width=32 bias=false", "depth=1 width=32 bias=true",
                "depth=2 width=16 bias=false", "depth=2 width=16 bias=true",
                "depth=2 width=32 bias=false", "depth=2 width=32 bias=true",
            ],
            All("grid", Plain));

    [Fact]
    public void Configurations_that_differ_only_in_inactive_parameters_come_once() =>
        Assert.Equal(
            [
                "momentum=0.0 optimizer=sgd layers=1", "momentum=0.0 optimizer=sgd layers=2",
                "momentum=0.5 optimizer=sgd layers=1", "momentum=0.5 optimizer=sgd layers=2",
                "momentum=1.0 optimizer=sgd layers=1", "momentum=1.0 optimizer=sgd layers=2",
                "optimizer=adam layers=1", "optimizer=adam layers=2",
            ],
            All("grid", Conditional));

    [Fact]
    public void What_constraints_refuse_is_passed_over()
    {
        var space = new SearchSpace(
            [new IntegerParameter("a", 1, 3), new IntegerParameter("b", 1, 3)],
            [new ForbiddenCombination([KeyValuePair.Create("a", ParameterValue.Of(1))])],
            [new Inequality("a", "b")]);

        Assert.Equal(["a=2 b=2", "a=2 b=3", "a=3 b=3"], All("grid", space));
    }

    [Fact]
    public void Continuous_floats_are_divided_evenly_on_their_scale()
    {
        var space = new SearchSpace([new FloatParameter("lr", 1, 100) { Scale = Scale.Log }]);

        string[] all = All("grid points=3", space);

        Assert.Equal(3, all.Length);
        Assert.Equal("lr=1.0", all[0]);
        Assert.Equal(10, double.Parse(all[1][3..], CultureInfo.InvariantCulture), 1e-12);
        Assert.Equal("lr=100.0", all[2]);
    }

    [Fact]
    public void A_shuffled_grid_is_another_order_of_the_same_configurations()
    {
        string[] lexicographic = All("grid", Conditional);
        string[] shuffled = All("grid shuffle=true", Conditional);

        Assert.NotEqual(lexicographic, shuffled);
        Assert.Equal(lexicographic.Order(), shuffled.Order());
        Assert.Equal(shuffled, All("grid shuffle=true", Conditional));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(1000)]
    public void A_shuffle_is_a_permutation_and_its_own_inverse(long count)
    {
        var shuffle = new GridShuffle(count, 11);
        long[] numbers = [.. Enumerable.Range(0, (int)count).Select(place => shuffle.At(place))];

        Assert.Equal(Enumerable.Range(0, (int)count).Select(i => (long)i), numbers.Order());
        Assert.All(numbers, (number, place) => Assert.Equal(place, shuffle.PlaceOf(number)));
    }

    [Theory]
    [InlineData("grid")]
    [InlineData("grid shuffle=true")]
    public void Enqueued_configurations_that_lie_on_the_grid_are_not_suggested_again(string grid)
    {
        ISampler sampler = Sampler(grid, Conditional);
        Configuration enqueued = Suggest(Sampler(grid, Conditional), 5)!;
        Start(sampler, 0, enqueued);
        Start(sampler, 1, new Configuration([KeyValuePair.Create("x", ParameterValue.Of(1))]));
        var rest = new List<string>();
        for (int trial = 2; Suggest(sampler, trial) is { } configuration; trial++)
        {
            rest.Add(configuration.ToString());
            Start(sampler, trial, configuration);
        }

        Assert.Equal(
            All(grid, Conditional).Where(text => text != enqueued.ToString()), rest);
    }

    [Fact]
    public void Trials_asked_about_in_one_state_get_different_configurations()
    {
        ISampler sampler = Sampler("grid", Plain);

        Assert.Equal(
            All("grid", Plain),
            Enumerable.Range(0, 8).Select(trial => Suggest(sampler, trial)!.ToString()));
        Assert.Null(Suggest(sampler, 8));
    }

    [Fact]
    public void Check_ContinuousFloatsWithoutPoints_NamesEachWithTheWayOut()
    {
        var space = new SearchSpace(
            [new FloatParameter("lr", 0, 1), new FloatParameter("decay", 0, 1)]);

        IReadOnlyList<Problem> problems = StandardStrategies.Instance.Check(
            Specifications.Of("run-to-completion", sampler: "grid", space: space));

        Assert.Equal(2, problems.Count);
        Assert.Contains("'lr' is a continuum: set points", problems[0].Message);
        Assert.Contains("'decay'", problems[1].Message);
        Assert.Equal("sampler.grid.points", problems[0].Path);
    }

    [Fact]
    public void Check_AGridBeyondAllTime_IsRefused()
    {
        var space = new SearchSpace(
        [
            new IntegerParameter("a", 0, 1L << 39), new IntegerParameter("b", 0, 1L << 39),
        ]);

        Problem problem = Assert.Single(StandardStrategies.Instance.Check(
            Specifications.Of("run-to-completion", sampler: "grid", space: space)));

        Assert.Contains("more than 1099511627776 configurations", problem.Message);
    }

    private static ISampler Sampler(string grid, SearchSpace space) =>
        StandardStrategies.Instance.CreateSampler(
            Specifications.Of("run-to-completion", sampler: grid, space: space));

    private static Configuration? Suggest(ISampler sampler, int trial) =>
        (sampler.Suggest(new SuggestionRequest(new TrialNumber(trial), default, null))
            as Suggestion.Suggested)?.Configuration;

    private static void Start(ISampler sampler, int trial, Configuration configuration) =>
        sampler.Observe(new TrialChange(
            TrialChangeKind.Started,
            new TrialNumber(trial),
            default,
            Resource.Zero,
            0,
            false,
            configuration));

    private static string[] All(string grid, SearchSpace space)
    {
        ISampler sampler = Sampler(grid, space);
        var all = new List<string>();
        while (Suggest(sampler, all.Count) is { } configuration)
        {
            Start(sampler, all.Count, configuration);
            all.Add(configuration.ToString());
        }

        return [.. all];
    }
}
