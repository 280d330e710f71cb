using ActorTune.Strategies.Samplers.Cfo;

namespace ActorTune.Strategies.Samplers.BlendSearch;

public sealed class SearchThreadsTests
{
    private static readonly SearchSpace Space = new(
    [
        new FloatParameter("x", 0, 1),
        new FloatParameter("y", 0, 1),
        new CategoricalParameter("kind", "a", "b"),
    ]);

    [Fact]
    public void The_first_begins_anywhere_and_others_where_they_are_better_than_the_median()
    {
        SearchThreads threads = Create();

        Assert.True(threads.Begin(Judged(0.1, 0.1, 5)));
        Assert.False(threads.Begin(Judged(0.9, 0.9, 5)));
        Assert.True(threads.Begin(Judged(0.9, 0.1, 3)));
        Assert.True(threads.Begin(Judged(0.1, 0.9, 3.9)));
        Assert.False(threads.Begin(Judged(0.1, 0.9, 3.9)));
        Assert.Equal([1, 2, 3], threads.Locals.Select(local => local.Id));
        Assert.Null(threads.Find(4));
    }

    // The global search has stood still for long; who begins takes over its speed of before.
    [Fact]
    public void The_turn_goes_to_the_greatest_promise()
    {
        SearchThreads threads = Create();
        threads.Global = threads.Global.With(1, 10, 1).With(1, 8, 1);
        threads.Best = 8;
        threads.Begin(Judged(0.5, 0.5, 8));
        threads.GiveSpeeds();

        // 2 better for 1 of cost, like the global search; it goes first while it has cost less.
        LocalThread local = threads.Locals[0];
        Assert.Equal(2, local.Progress.Speed, 12);
        Assert.Equal(1, threads.Choose().Chosen!.Id);
        local.Progress = local.Progress with { Cost = 3, BestCost = 3 };
        Assert.Null(threads.Choose().Chosen);
        Assert.Equal(1, threads.Choose().Backup!.Id);

        threads.Global = threads.Global.With(6, 9, 1);
        threads.GiveSpeeds();
        Assert.Equal(2.0 / 7, threads.Global.Speed, 12);
        Assert.Equal(1, threads.Choose().Chosen!.Id);
    }

    [Fact]
    public void One_that_waits_for_two_trials_of_each_parameter_is_not_asked()
    {
        SearchThreads threads = Create();
        threads.Begin(Judged(0.5, 0.5, 8));
        threads.Locals[0].PendingCount = 5;
        Assert.NotNull(threads.Choose().Backup);
        threads.Locals[0].PendingCount = 6;
        Assert.Null(threads.Choose().Backup);
    }

    [Theory]
    [InlineData(0.55, 0.5, "a", 2, "2")]
    [InlineData(0.55, 0.5, "a", 7, "1")]
    [InlineData(0.55, 0.5, "b", 2, "1 2")]
    [InlineData(0.9, 0.5, "a", 2, "1 2")]
    public void Of_two_that_come_together_the_worse_one_ends(
        double x, double y, string kind, double value, string left)
    {
        SearchThreads threads = Create();
        threads.Begin(Judged(0.5, 0.5, 5));
        LocalThread first = threads.Locals[0];
        first.Progress = first.Progress.With(1, 4.5, 1);
        threads.Add(new LocalThread(2, At(x, y, kind), SearchProgress.Begin(1, value)));

        Assert.False(threads.Clean(threads.Locals[1]));
        Assert.Equal(left, string.Join(' ', threads.Locals.Select(local => local.Id)));
    }

    // Neither is better than the other; one must go on.
    [Fact]
    public void Of_two_that_are_equal_one_remains()
    {
        SearchThreads threads = Create();
        threads.Begin(Judged(0.5, 0.5, 5));
        threads.Add(new LocalThread(2, At(0.5, 0.5, "a"), SearchProgress.Begin(1, 5)));

        threads.Clean(threads.Locals[1]);
        Assert.Equal(2, Assert.Single(threads.Locals).Id);
    }

    [Fact]
    public void One_that_has_converged_ends_and_says_so()
    {
        SearchThreads threads = Create();
        threads.Begin(Judged(0.5, 0.5, 5));
        LocalThread local = threads.Locals[0];
        for (int trial = 1; !local.Search.HasConverged; trial++)
            local.Search.Judge(local.Search.Start(trial, local.Search.Place.Incumbent), null);

        Assert.True(threads.Clean(local));
        Assert.Empty(threads.Locals);
    }

    [Theory]
    [InlineData(0.6, 0.5, "a", true)]
    [InlineData(0.6, 0.5, "b", true)]
    [InlineData(0.7, 0.5, "a", false)]
    public void A_trial_belongs_to_the_search_that_may_have_made_it(
        double x, double y, string kind, bool isLocal)
    {
        SearchThreads threads = Create();
        Assert.Null(threads.OwnerOf(Configured(x, y, kind)));
        threads.Begin(Judged(0.5, 0.5, 5));

        // A step is 0.1 sqrt(3) = 0.17 long.
        Assert.Equal(isLocal, threads.OwnerOf(Configured(x, y, kind)) is not null);
    }

    [Fact]
    public void An_opposite_belongs_to_the_search_that_waits_for_it()
    {
        SearchThreads threads = Create();
        threads.Begin(Judged(0.1, 0.1, 5));
        threads.Begin(Judged(0.9, 0.9, 2));
        threads.Locals[0].Search.Opposites.Add(Configured(0.8, 0.8, "a"));

        Assert.Equal(1, threads.OwnerOf(Configured(0.8, 0.8, "a"))!.Id);
        Assert.Equal(2, threads.OwnerOf(Configured(0.8, 0.81, "a"))!.Id);
    }

    private static SearchThreads Create() => new(new BlendSpace(Space), Search);

    private static LocalSearch Search() =>
        new(Space, 7, new CfoOptions { Patience = 2 }) { IsOneStart = true };

    private static LocalSearch At(double x, double y, string kind)
    {
        LocalSearch search = Search();
        search.Place = search.Place with { Incumbent = Configured(x, y, kind) };
        return search;
    }

    private static JudgedTrial Judged(double x, double y, double value) => new(
        new LocalTrial(0, 0, 0, false, Configured(x, y, "a")),
        new Standing(0, value),
        value,
        Cost: 1,
        Pending: 1);

    private static Configuration Configured(double x, double y, string kind) =>
        Space.Decode([x, y, kind == "a" ? 0.25 : 0.75]);
}
