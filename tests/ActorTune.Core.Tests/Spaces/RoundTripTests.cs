using ActorTune.Randomness;

namespace ActorTune.Spaces;

/// <summary>Encoding inverts decoding to the last bit, for every kind of parameter.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Names => [.. Parameters.Select(parameter => parameter.Name)];

    private static IReadOnlyList<Parameter> Parameters { get; } =
    [
        new FloatParameter("unit", 0, 1),
        new FloatParameter("wide", -1e6, 1e6),
        new FloatParameter("tiny", 1e-12, 2e-12),
        new FloatParameter("uneven", -0.3, 17.7),
        new FloatParameter("log", 1e-5, 0.1) { Scale = Scale.Log },
        new FloatParameter("log-wide", 1e-300, 1e300) { Scale = Scale.Log },
        new FloatParameter("reverse", 0.5, 0.999) { Scale = Scale.ReverseLog },
        new FloatParameter("grid", 0, 1) { Step = 0.1 },
        new IntegerParameter("int", -5, 5),
        new IntegerParameter("even", 0, 100) { Step = 2 },
        new IntegerParameter("log-int", 1, 1 << 20) { Scale = Scale.Log },
        new IntegerParameter("reverse-int", 1, 1000) { Scale = Scale.ReverseLog },
        new CategoricalParameter("choice", "a", "b", "c"),
        new CategoricalParameter(
            "weighted", [ParameterValue.Of(1), ParameterValue.Of("two")], [0.1, 0.9]),
        new OrdinalParameter("ordinal", ParameterValue.Of(16L), ParameterValue.Of(32L)),
        new BooleanParameter("flag"),
        new ConstantParameter("constant", ParameterValue.Of(3L)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_decodes_encodes_back_to_the_last_bit(string name)
    {
        Parameter parameter = Parameters.Single(one => one.Name == name);
        RandomStream chance = RandomStream.For(1, StreamName.Sampler, 0, 0);
        for (int i = 0; i < 2_000; i++)
        {
            ParameterValue value = parameter.Decode(chance.NextDouble());
            Assert.True(parameter.Contains(value), $"{value} is not one of {name}'s values");
            Assert.Equal(value, parameter.Decode(parameter.Encode(value)));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_ends_of_the_unit_interval_are_the_ends_of_the_range(string name)
    {
        Parameter parameter = Parameters.Single(one => one.Name == name);
        Assert.True(parameter.Contains(parameter.Decode(0)));
        Assert.True(parameter.Contains(parameter.Decode(1)));
        Assert.True(parameter.Contains(parameter.Decode(-1)));
        Assert.True(parameter.Contains(parameter.Decode(2)));
    }

    [Fact]
    public void Every_value_of_a_grid_is_reached_and_comes_back()
    {
        foreach (Parameter parameter in Parameters.Where(one => one.ValueCount < 5000))
        {
            for (long index = 0; index < parameter.ValueCount; index++)
            {
                ParameterValue value = parameter.ValueAt(index);
                Assert.Equal(value, parameter.Decode(parameter.Encode(value)));
            }
        }
    }

    [Fact]
    public void A_log_range_spreads_its_draws_evenly_over_the_orders_of_magnitude()
    {
        var parameter = new FloatParameter("lr", 1e-4, 1) { Scale = Scale.Log };
        Assert.Equal(1e-4, parameter.Decode(0).AsDouble());
        Assert.Equal(1e-2, parameter.Decode(0.5).AsDouble(), 1e-12);
        Assert.Equal(1, parameter.Decode(1).AsDouble());
    }

    [Fact]
    public void A_reverse_log_range_spreads_its_draws_near_the_top()
    {
        var parameter = new FloatParameter("momentum", 0.001, 1) { Scale = Scale.ReverseLog };
        Assert.True(parameter.Decode(0.5).AsDouble() > 0.96);
    }

    [Fact]
    public void Weights_are_shares_of_the_unit_interval()
    {
        var parameter = new CategoricalParameter(
            "c", [ParameterValue.Of("rare"), ParameterValue.Of("often")], [1, 3]);
        Assert.Equal("rare", parameter.Decode(0.2499).AsText());
        Assert.Equal("often", parameter.Decode(0.25).AsText());
    }
}
