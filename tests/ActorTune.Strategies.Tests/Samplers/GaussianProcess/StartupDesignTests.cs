using ActorTune.Arithmetic;
using ActorTune.Spaces;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Configurations before there is a model.</summary>
public sealed class StartupDesignTests
{
    private const int Size = 10;

    private static readonly SearchSpace Floats = new(
        [.. Enumerable.Range(0, 10).Select(i => new FloatParameter($"x{i}", 0, 1))]);

    [Fact]
    public void The_first_are_a_Latin_hypercube()
    {
        var design = new StartupDesign(Floats, 1, Size);
        for (int parameter = 0; parameter < Floats.Dimensions; parameter++)
        {
            IEnumerable<int> parts = Enumerable.Range(0, Size)
                .Select(trial => (int)(Size * Unit(design, trial, parameter)));
            Assert.Equal(Enumerable.Range(0, Size), parts.Order());
        }
    }

    // The formula of Cauwet et al. for ten parameters: (1 + ln n) / (4 ln 10).
    [Theory]
    [InlineData(10, 0.369)]
    [InlineData(63, 0.560)]
    [InlineData(999, 0.859)]
    [InlineData(8102, 1)]
    [InlineData(1_000_000, 1)]
    public void Those_after_them_spread_as_their_number_and_dimension_say(int trial, double spread)
    {
        double squares = 0;
        const int Seeds = 1000;
        for (ulong seed = 0; seed < Seeds; seed++)
        {
            var design = new StartupDesign(Floats, seed, Size);
            for (int parameter = 0; parameter < Floats.Dimensions; parameter++)
            {
                double normal = PortableMath.NormalQuantile(Unit(design, trial, parameter));
                squares += normal * normal;
            }
        }

        Assert.Equal(spread, Math.Sqrt(squares / Seeds / Floats.Dimensions), 0.02);
    }

    [Fact]
    public void Choices_stay_equally_likely()
    {
        var space = new SearchSpace(
            [.. Floats.Parameters, new CategoricalParameter("act", ["relu", "tanh", "gelu"])]);
        var counts = new SortedDictionary<string, int>();
        for (ulong seed = 0; seed < 3000; seed++)
        {
            string act = new StartupDesign(space, seed, Size).At(Size)["act"].AsText();
            counts[act] = counts.GetValueOrDefault(act) + 1;
        }

        Assert.Equal(3, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 900, 1100));
    }

    private static double Unit(StartupDesign design, int trial, int parameter) =>
        Floats.Encode(design.At(trial))[parameter];
}
