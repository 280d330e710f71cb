using ActorTune.Strategies.Notation;

namespace ActorTune.Strategies.Samplers.BlendSearch;

public sealed class BlendSearchTests
{
    [Fact]
    public void The_first_trial_uses_the_defaults_and_a_local_search_begins_there()
    {
        var study = new Sampling("blendsearch", Cheap());
        Configuration start = study.Start();
        Assert.Equal("1 0.5", $"{start["layers"]} {start["rate"]}");
        Assert.Equal("", Threads(study));

        study.Complete(0, [3]);
        Assert.Equal("1@3", Threads(study));
    }

    // What the global search draws has too many layers; the local search makes its trials instead.
    [Fact]
    public void Dear_places_are_not_tried_before_local_searches_come_there()
    {
        var study = new Sampling("blendsearch global=random", Cheap());
        study.Start();
        study.Complete(0, [3]);
        for (int trial = 1; trial < 12; trial++)
        {
            Assert.InRange(study.Start()["layers"].AsInt64(), 1, 40);
            study.Complete(trial, [3 + trial]);
        }
    }

    [Fact]
    public void Without_defaults_the_whole_space_is_open()
    {
        var study = new Sampling("blendsearch global=random", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [0]);
        for (int trial = 1; trial < 20; trial++)
        {
            study.Start();
            study.Complete(trial, [trial]);
        }

        double[] firsts = [.. study.Configurations.Select(one => Sampling.Point(one)[0])];
        Assert.True(firsts.Max() - firsts.Min() > 0.5);
    }

    [Fact]
    public void A_global_trial_that_is_better_begins_a_second_search()
    {
        var study = new Sampling("blendsearch", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [3]);
        Start(study, 0.9, 0.9);
        study.Complete(1, [5]);
        Assert.Equal("1@3", Threads(study));
        Start(study, 0.1, 0.9);
        study.Complete(2, [2]);
        Assert.Equal("1@3 2@2", Threads(study));
    }

    [Fact]
    public void A_trial_near_a_search_is_its_own_and_one_that_is_better_moves_it()
    {
        var study = new Sampling("blendsearch", Sampling.UnitCube(2));
        study.Start();
        study.Complete(0, [3]);
        Start(study, 0.55, 0.55);
        study.Complete(1, [1]);
        Assert.Equal("1@1", Threads(study));
        JsonElement place = State(study).GetProperty("threads")[0].GetProperty("place");
        Assert.Equal("[0.55,0.55]", place.GetProperty("incumbent").ToString());
    }

    [Fact]
    public void Failed_trials_cost_and_cancelled_ones_do_not()
    {
        var study = new Sampling("blendsearch", Sampling.UnitCube(2));
        Start(study, 0.1, 0.1);
        study.Fail(0);
        Start(study, 0.2, 0.1);
        study.Cancel(1);

        Assert.Equal("[1,0]", State(study).GetProperty("progress").ToString());
        Assert.Equal("", Threads(study));
        Assert.Empty(State(study).GetProperty("live").EnumerateArray());
    }

    [Fact]
    public void A_feasible_trial_begins_a_search_and_one_that_is_not_does_not()
    {
        var study = new Sampling("blendsearch", Sampling.UnitCube(2));
        Start(study, 0.1, 0.1);
        study.Complete(0, [-5], [1]);
        Assert.Equal("", Threads(study));
        Start(study, 0.9, 0.9);
        study.Complete(1, [9], [0]);
        Assert.Equal("1@9", Threads(study));
    }

    [Fact]
    public void Its_version_names_the_global_search() => Assert.Equal(
        "blendsearch/1(gp/2)",
        new Sampling("blendsearch global=gp", Sampling.UnitCube(2)).Sampler.Version);

    // cfo begins in the middle and stays in the valley there; nobody tells of the other one.
    [Fact]
    public void It_finds_the_deeper_of_two_valleys_more_often_than_cfo()
    {
        double[] own = Bests("blendsearch");
        double[] local = Bests("cfo");

        Assert.InRange(own.Count(best => best < 0.05), 7, 20);
        Assert.DoesNotContain(local, best => best < 0.9);
        Assert.True(own.Average() < local.Average() - 0.3);
    }

    // A local search makes something of places that were drawn blindly.
    [Fact]
    public void It_beats_its_own_global_search() => Assert.True(
        Hartmann("blendsearch global=random") < Hartmann("random") - 0.4);

    private static double[] Bests(string sampler) =>
    [
        .. Enumerable.Range(0, 20).Select(seed =>
            new Sampling(sampler, Sampling.UnitCube(3), 1, (ulong)seed)
                .Run(80, TwoValleys).Best()),
    ];

    private static double Hartmann(string sampler) => Enumerable.Range(0, 5).Average(
        seed => new Sampling(sampler, Sampling.UnitCube(6), 1, (ulong)seed)
            .Run(150, TestFunctions.Hartmann6).Best());

    // The narrow one at 0.1 is deeper by one.
    private static double[] TwoValleys(double[] point)
    {
        double near = point.Sum(x => (x - 0.6) * (x - 0.6));
        double far = point.Sum(x => (x - 0.1) * (x - 0.1));
        return [Math.Min(1 + near, 4 * far)];
    }

    private static SearchSpace Cheap() => new(
    [
        new IntegerParameter("layers", 1, 100) { Default = ParameterValue.Of(1) },
        new FloatParameter("rate", 0, 1),
    ]);

    private static void Start(Sampling study, double x, double y) =>
        study.Start(study.Specification.SearchSpace.Decode([x, y]));

    private static string Threads(Sampling study) => string.Join(
        ' ',
        State(study).GetProperty("threads").EnumerateArray().Select(thread =>
            $"{thread.GetProperty("id")}@{thread.GetProperty("progress")[2]}"));

    private static JsonElement State(Sampling study)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            study.Sampler.Save(writer);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
