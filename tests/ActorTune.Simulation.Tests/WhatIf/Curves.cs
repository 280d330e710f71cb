using System.Globalization;
using ActorTune.Randomness;
using ActorTune.Spaces;
using ActorTune.Studies;
using ActorTune.Trials;

namespace ActorTune.Simulation.WhatIf;

/// <summary>Curves that the tests share, and the rules that they are replayed under.</summary>
internal static class Curves
{
    private static readonly StreamName Draws = new("test-curves");

    internal static readonly string[] Names =
    [
        "run-to-completion", "successive-halving", "successive-halving factor 2",
        "hyperband synchronous", "hyperband", "hyperband factor 2", "asha", "asha factor 2",
        "asha stopping", "asha stopping factor 2", "asha stopping quantile", "median",
    ];

    internal static TheoryData<string> Rules => new(Names);

    internal static StrategyOptions Rule(string text)
    {
        string[] words = text.Split(' ');
        var options = new StrategyOptions(words[0]);
        for (int i = 1; i < words.Length; i++)
        {
            options = words[i] switch
            {
                "factor" => options.With(
                    "reduction-factor",
                    ParameterValue.Of(long.Parse(words[++i], CultureInfo.InvariantCulture))),
                "synchronous" => options.With("mode", ParameterValue.Of("synchronous")),
                "stopping" => options.With("type", ParameterValue.Of("stopping")),
                _ => options.With("rule", ParameterValue.Of(words[i])),
            };
        }

        return options;
    }

    internal static RandomStream Stream(int seed) => RandomStream.For((ulong)seed, Draws, 0, 0);

    /// <summary>Falling curves with noise, on a grid coarse enough for ties.</summary>
    internal static RecordedCurves Full(int seed, int trials, int resource)
    {
        RandomStream draws = Stream(seed);
        var curves = new List<RecordedCurve>();
        for (int trial = 0; trial < trials; trial++)
        {
            double end = draws.NextDouble();
            double fall = draws.NextDouble();
            curves.Add(new RecordedCurve(
                Enumerable.Range(1, resource).Select(unit => (long)unit),
                Enumerable.Range(1, resource).Select(unit => Math.Round(
                    0.4 * end + 0.4 * fall / unit + 0.2 * draws.NextDouble(), 2)))
            {
                UnitTime = TimeSpan.FromMilliseconds(900 + draws.NextInt32(200)),
            });
        }

        return new RecordedCurves(Studies.Asha(trials, resource), curves);
    }

    /// <summary>The same, each curve cut with a chance at a random place.</summary>
    internal static RecordedCurves Cut(RecordedCurves full, int seed, double share)
    {
        RandomStream draws = Stream(seed + 1000);
        return new RecordedCurves(
            full.Specification,
            [.. full.All.Select(curve => draws.NextDouble() < share
                ? curve.CutAfter(draws.NextInt32((int)full.FullResource))
                : curve)]);
    }

    internal static IEnumerable<NumberBound> All(WhatIfQuantities one) =>
        [one.Resource, one.Seconds, one.Best, one.Regret, one.MissedTop];

    /// <summary>That every number of one lies within the bounds of the other.</summary>
    internal static void AssertWithin(WhatIfQuantities truth, WhatIfQuantities bound, string what)
    {
        foreach ((NumberBound inner, NumberBound outer) in All(truth).Zip(All(bound)))
            Assert.True(
                inner.Low >= outer.Low - Tiny(outer.Low)
                    && inner.High <= outer.High + Tiny(outer.High),
                $"{what}: {truth} is not within {bound}");
    }

    // Seconds are added up in another order.
    private static double Tiny(double number) => 1e-9 * Math.Abs(number);
}
