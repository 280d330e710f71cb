using ActorTune.Strategies.Samplers.QuasiRandom;

namespace ActorTune.Strategies.Samplers;

public sealed class QuasiRandomTests
{
    // The first points of Joe and Kuo's own program, dimensions 1 to 6.
    private static readonly double[][] FirstSobolPoints =
    [
        [0, 0, 0, 0, 0, 0],
        [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
        [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
        [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
        [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
        [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
        [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
        [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
        [0.1875, 0.3125, 0.9375, 0.4375, 0.5625, 0.3125],
    ];

    [Fact]
    public void Sobol_Unscrambled_IsTheSequenceOfJoeAndKuo() =>
        Assert.Equal(FirstSobolPoints, Points(new SobolSequence(6, null), 0, 9));

    // From SciPy's qmc.Sobol(1111, scramble=False), which reads the published table.
    [Theory]
    [InlineData(777, 63, 0.4267578125)]
    [InlineData(1234, 300, 0.19189453125)]
    [InlineData(2047, 500, 0.98779296875)]
    [InlineData(5, 1110, 0.375)]
    [InlineData(1000, 1110, 0.3701171875)]
    public void Sobol_FarDimensions_AreThoseOfThePublishedTable(
        int number, int dimension, double expected) =>
        Assert.Equal(
            expected, Points(new SobolSequence(1111, null), number, 1)[0][dimension]);

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(3, 8)]
    [InlineData(2, 64)]
    [InlineData(5, 256)]
    public void Sobol_ScrambledBlocks_AreNets(int block, int size)
    {
        double[][] points = Points(new SobolSequence(20, 11), block * size, size);

        for (int dimension = 0; dimension < 20; dimension++)
            Assert.Equal(size, points.Select(p => (int)(p[dimension] * size)).Distinct().Count());
        for (int rows = 1; rows <= size; rows *= 2)
        {
            int columns = size / rows;
            Assert.Equal(size, points.Select(
                p => ((int)(p[0] * rows), (int)(p[1] * columns))).Distinct().Count());
        }
    }

    [Fact]
    public void Sobol_OtherSeeds_ScrambleOtherwise() => Assert.NotEqual(
        Points(new SobolSequence(3, 1), 0, 4), Points(new SobolSequence(3, 2), 0, 4));

    [Fact]
    public void Sobol_BeyondTheTable_DrawsTheRest()
    {
        var space = new SearchSpace(
            [.. Enumerable.Range(0, 1120).Select(i => new FloatParameter($"x{i}", 0, 1))]);

        Configuration[] four = [.. Enumerable.Range(0, 4).Select(n => Suggest("sobol", space, n))];

        Assert.Equal(4, four.Select(c => (int)(4 * c["x1110"].AsDouble())).Distinct().Count());
        Assert.Equal(4, four.Select(c => c["x1119"]).Distinct().Count());
    }

    [Fact]
    public void Halton_Unscrambled_MirrorsTheDigits()
    {
        double[][] expected =
        [
            [0, 0, 0], [1 / 2.0, 1 / 3.0, 1 / 5.0], [1 / 4.0, 2 / 3.0, 2 / 5.0],
            [3 / 4.0, 1 / 9.0, 3 / 5.0], [1 / 8.0, 4 / 9.0, 4 / 5.0],
            [5 / 8.0, 7 / 9.0, 1 / 25.0], [3 / 8.0, 2 / 9.0, 6 / 25.0],
        ];

        Assert.Equal(expected, Points(new HaltonSequence(3, null), 0, 7));
        Assert.Equal(
            12 / 13.0 + 2 / 169.0, Points(new HaltonSequence(6, null), 38, 1)[0][5], 1e-15);
    }

    [Fact]
    public void Halton_Scrambled_StillMeetsEveryCellOfItsBaseOnce()
    {
        double[][] points = Points(new HaltonSequence(4, 5), 49, 49);

        Assert.Equal(49, points.Select(p => (int)(p[3] * 49)).Distinct().Count());
        Assert.Equal(32, points.Take(32).Select(p => (int)(p[0] * 32)).Distinct().Count());
        Assert.NotEqual(points, Points(new HaltonSequence(4, 6), 49, 49));
    }

    [Theory]
    [InlineData("sobol")]
    [InlineData("halton")]
    [InlineData("sobol scramble=false")]
    public void Points_FillTheCubeMoreEvenlyThanDraws(string sampler)
    {
        var space = new SearchSpace(
            [.. Enumerable.Range(0, 6).Select(i => new FloatParameter($"x{i}", 0, 1))]);

        Assert.True(Discrepancy(sampler, space) < 0.6 * Discrepancy("random", space));
    }

    [Fact]
    public void Points_ThatBreakAConstraint_AreReplacedByAllowedDraws()
    {
        var space = new SearchSpace(
            [new FloatParameter("low", 0, 1), new FloatParameter("high", 0, 1)],
            inequalities: [new Inequality("low", "high")]);
        double[][] points = Points(new SobolSequence(2, 7), 0, 64);

        for (int trial = 0; trial < 64; trial++)
        {
            Configuration suggested = Suggest("sobol", space, trial);
            Assert.True(space.Allows(suggested));
            Assert.Equal(suggested, Suggest("sobol", space, trial));
            if (points[trial][0] <= points[trial][1])
                Assert.Equal(space.Decode(points[trial]), suggested);
        }
    }

    private static Configuration Suggest(string sampler, SearchSpace space, int trial)
    {
        StudySpecification specification =
            Specifications.Of("run-to-completion", sampler: sampler, space: space);
        ISampler created = StandardStrategies.Instance.CreateSampler(specification);
        var request = new SuggestionRequest(new TrialNumber(trial), default, null);
        return Assert.IsType<Suggestion.Suggested>(created.Suggest(request)).Configuration;
    }

    private static double[][] Points(IPointSequence sequence, int first, int count)
    {
        var points = new double[count][];
        for (int i = 0; i < count; i++)
        {
            points[i] = new double[sequence.Dimensions];
            sequence.Fill(first + i, points[i]);
        }

        return points;
    }

    // The centred L2 discrepancy (Hickernell, Math. Comput. 67, 1998, formula 5.1c).
    private static double Discrepancy(string sampler, SearchSpace space)
    {
        double[][] x = [.. Enumerable.Range(0, 128).Select(
            trial => space.Encode(Suggest(sampler, space, trial)))];
        double single = x.Sum(a => Product(a, u => 1 + u / 2 - u * u / 2));
        double pairs = x.Sum(a => x.Sum(b => a.Zip(b, (u, v) =>
            1 + (Math.Abs(u - 0.5) + Math.Abs(v - 0.5) - Math.Abs(u - v)) / 2)
            .Aggregate(1.0, (product, factor) => product * factor)));
        return Math.Pow(13.0 / 12, x[0].Length) - 2 * single / x.Length
            + pairs / x.Length / x.Length;
    }

    private static double Product(double[] point, Func<double, double> factor) =>
        point.Aggregate(1.0, (product, u) => product * factor(Math.Abs(u - 0.5)));
}
