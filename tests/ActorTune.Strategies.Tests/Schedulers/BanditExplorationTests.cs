using ActorTune.Strategies.Schedulers.PopulationBandits;
using ActorTune.Strategies.Schedulers.PopulationBased;

namespace ActorTune.Strategies.Schedulers;

public sealed class BanditExplorationTests
{
    private static readonly SearchSpace Space = new(
        [
            new FloatParameter("x", 0, 1),
            new FloatParameter("y", 0, 1),
            new IntegerParameter("n", 1, 5),
            new CategoricalParameter("kind", "a", "b"),
        ],
        inequalities: [new Inequality("x", "y")]);

    [Fact]
    public void Before_there_are_intervals_it_perturbs()
    {
        StudySpecification study = Study();
        Member donor = At(0, [0.4, 0.6, 0.5, 0.2]);
        var exploration = new BanditExploration(study, Options());

        Assert.Equal(
            new Exploration(Space, study.Seed, Options().Population)
                .Perturb(donor.Configuration, 9),
            exploration.Explore(donor, 9, [donor]));
    }

    [Fact]
    public void It_goes_where_intervals_gained_most_and_leaves_choices_and_what_is_kept()
    {
        BanditExploration exploration = Taught(Options());
        Member donor = At(0, [0.4, 0.6, 0.1, 0.2]);
        exploration.Start(donor, null);
        exploration.Compare(Compared(donor, 3, 0.5));
        Configuration chosen = exploration.Explore(donor, 99, []);

        Assert.InRange(chosen["x"].AsDouble(), 0.2, 0.4);
        Assert.InRange(chosen["y"].AsDouble(), 0.55, 0.85);
        Assert.Equal(1, chosen["n"].AsInt64());
        Assert.Equal("a", chosen["kind"].AsText());
        Assert.Equal(chosen, exploration.Explore(donor, 99, []));
    }

    [Fact]
    public void While_little_is_known_who_is_on_the_way_moves_the_next_child_elsewhere()
    {
        BanditExploration exploration = Taught(Options(), count: 5);
        Member donor = At(0, [0.4, 0.6, 0.1, 0.2]);
        exploration.Start(donor, null);
        exploration.Compare(Compared(donor, 3, 0.5));
        Configuration first = exploration.Explore(donor, 99, []);
        var child = new Member(new TrialNumber(99), first);
        exploration.Start(child, donor.Trial);
        Configuration second = exploration.Explore(donor, 99, [child]);

        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Constraints_hold()
    {
        BanditExploration exploration = Taught(Options(), best: (0.9, 0.1));
        Member donor = At(0, [0.4, 0.6, 0.5, 0.2]);
        exploration.Start(donor, null);
        exploration.Compare(Compared(donor, 3, 0.5));

        for (int child = 50; child < 60; child++)
            Assert.True(Space.Allows(exploration.Explore(donor, child, [])));
    }

    [Fact]
    public void An_interval_is_what_was_measured_at_both_ends_and_a_child_begins_at_its_donors()
    {
        var history = new StretchHistory(new Objective("f", Direction.Maximize), Space, 2);
        Member founder = At(0, [0.1, 0.2, 0.5, 0.2]);
        Member child = At(1, [0.3, 0.4, 0.5, 0.2]);
        history.Start(founder, null);
        history.Compare(Compared(founder, 3, 10));
        Assert.Empty(history.Stretches);

        history.Start(child, founder.Trial);
        history.Compare(Compared(child, 6, 16));
        Stretch stretch = Assert.Single(history.Stretches);
        Assert.Equal((3, 6, 2.0), (stretch.Since.Units, stretch.Until.Units, stretch.Gain));
        Assert.Equal(child.Configuration, stretch.Configuration);

        history.Compare(Compared(founder, 5, 9));
        history.Compare(Compared(founder, 6, 9));
        Assert.Equal([-0.5, 0], history.Stretches.Select(one => one.Gain));
        history.Remove(founder.Trial);
        Assert.Null(history.Find(founder.Trial));
    }

    private static BanditOptions Options() => new()
    {
        Population = new PopulationOptions
        {
            Max = 20,
            Interval = 1,
            ResampleProbability = 0,
            Keep = ["n"],
        },
    };

    private static StudySpecification Study() =>
        Specifications.Of("pb2 interval=1", 20, space: Space);

    // Intervals from resource 1 to 2 on a grid in a Latin order; who is nearer gains more.
    private static BanditExploration Taught(
        BanditOptions options, (double X, double Y)? best = null, int count = 25)
    {
        var exploration = new BanditExploration(Study(), options);
        (double bestX, double bestY) = best ?? (0.3, 0.7);
        for (int i = 0; i < count; i++)
        {
            double x = 0.1 + 0.2 * (i % 5);
            double y = 0.1 + 0.2 * ((2 * i + i / 5) % 5);
            Member member = At(i + 1, [x, y, 0.1, 0.2]);
            exploration.Start(member, null);
            exploration.Compare(Compared(member, 1, 1));
            double apart = (x - bestX) * (x - bestX) + (y - bestY) * (y - bestY);
            exploration.Compare(Compared(member, 2, apart));
        }

        return exploration;
    }

    private static Member At(int trial, double[] point) =>
        new(new TrialNumber(trial), Space.Decode(point));

    private static Member Compared(Member member, long resource, double value)
    {
        member.Resource = new Resource(resource);
        member.Value = value;
        return member;
    }
}
