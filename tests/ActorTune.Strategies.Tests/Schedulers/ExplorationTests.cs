using ActorTune.Randomness;
using ActorTune.Strategies.Schedulers.PopulationBased;

namespace ActorTune.Strategies.Schedulers;

public sealed class ExplorationTests
{
    private static readonly SearchSpace EveryKind = new(
    [
        new FloatParameter("lr", 1e-4, 1) { Scale = Scale.Log },
        new FloatParameter("dropout", 0, 1) { Step = 0.25 },
        new IntegerParameter("layers", 1, 9),
        new IntegerParameter("width", 16, 256) { Step = 16 },
        new OrdinalParameter(
            "batch", ParameterValue.Of(16L), ParameterValue.Of(32L), ParameterValue.Of(64L)),
        new CategoricalParameter("optimizer", "sgd", "adam", "lion"),
    ]);

    [Fact]
    public void Numbers_move_by_a_factor_orders_to_a_neighbour_and_choices_stay()
    {
        Configuration donor = EveryKind.Decode([0.5, 0.5, 0.3, 0.5, 0.5, 0.5]);
        var exploration = new Exploration(
            EveryKind, 1, new PopulationOptions { ResampleProbability = 0 });
        Configuration[] children =
            [.. Enumerable.Range(0, 40).Select(child => exploration.Perturb(donor, child))];

        string[] Seen(string name) =>
        [
            .. children.Select(child => child[name]).Distinct().OrderBy(value => value.AsDouble())
                .Select(value => value.AsDouble().ToString("G4", CultureInfo.InvariantCulture)),
        ];
        Assert.EndsWith(
            " dropout=0.5 layers=3 width=144 batch=32 optimizer=adam", donor.ToString());
        Assert.Equal(["0.008", "0.012"], Seen("lr"));
        Assert.Equal(["0.25", "0.75"], Seen("dropout"));
        Assert.Equal(["2", "4"], Seen("layers"));
        Assert.Equal(["112", "176"], Seen("width"));
        Assert.Equal(["16", "64"], Seen("batch"));
        Assert.All(children, child => Assert.Equal("adam", child["optimizer"].AsText()));
    }

    [Fact]
    public void A_value_is_resampled_as_often_as_said()
    {
        var space = new SearchSpace(
            [.. Enumerable.Range(0, 20).Select(i => new FloatParameter($"x{i}", 1, 100))]);
        Configuration donor = space.Draw(RandomStream.For(3, StreamName.Sampler, 0, 0));
        var exploration = new Exploration(
            space, 1, new PopulationOptions { ResampleProbability = 0.25 });
        int drawn = 0;
        for (int child = 0; child < 100; child++)
        {
            Configuration perturbed = exploration.Perturb(donor, child);
            drawn += donor.Names.Count(name => !IsPerturbed(
                donor[name].AsDouble(), perturbed[name].AsDouble()));
        }

        Assert.InRange(drawn, 450, 550);
    }

    [Fact]
    public void What_shapes_the_model_is_kept()
    {
        Configuration donor = EveryKind.Decode([0.5, 0.5, 0.3, 0.5, 0.5, 0.5]);
        var exploration = new Exploration(EveryKind, 1, new PopulationOptions
        {
            ResampleProbability = 1,
            Keep = ["layers", "optimizer"],
        });
        Configuration[] children =
            [.. Enumerable.Range(0, 20).Select(child => exploration.Perturb(donor, child))];

        Assert.All(children, child => Assert.Equal(donor["layers"], child["layers"]));
        Assert.All(children, child => Assert.Equal(donor["optimizer"], child["optimizer"]));
        Assert.True(children.Select(child => child["batch"]).Distinct().Count() > 1);
    }

    [Fact]
    public void A_kept_parameter_must_exist()
    {
        StudySpecification study = Specifications.Of("pbt keep=x,y", 9);
        Assert.Equal(
            "scheduler.pbt.keep: there is no 'y'; there are x",
            Assert.Single(StandardStrategies.Instance.Check(study)).ToString());
    }

    private static bool IsPerturbed(double old, double now) => now is 1 or 100
        || Math.Abs(now / old - 1.2) < 1e-9 || Math.Abs(now / old - 0.8) < 1e-9;
}
