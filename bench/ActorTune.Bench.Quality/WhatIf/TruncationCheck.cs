using System.Globalization;
using ActorTune.Bench.Quality.EarlyStopping;
using ActorTune.Simulation.WhatIf;

namespace ActorTune.Bench.Quality.WhatIf;

/// <summary>
/// Compares bounds and estimates from cut curves with what the full curves give. Half of the tasks
/// are for development, the other half for the report.
/// </summary>
internal sealed class TruncationCheck(IReadOnlyList<CurveTask> tasks, bool isReport)
{
    private const int EstimateDraws = 200;

    private static readonly (string Name, Func<WhatIfQuantities, NumberBound> Of)[] Numbers =
    [
        ("resource", one => one.Resource),
        ("seconds", one => one.Seconds),
        ("best", one => one.Best),
        ("regret", one => one.Regret),
        ("missed top", one => one.MissedTop),
    ];

    private readonly CurveTask[] _tasks = [.. tasks.Where((_, task) => task % 2 == 1 == isReport)];

    /// <summary>Prints the tables; 1 when a bound did not hold.</summary>
    internal int Print(int cases)
    {
        List<CheckedCase> checkedCases = [];
        for (int number = 0; number < cases; number++)
            checkedCases.Add(Check(number));
        List<CheckedCase> little = [.. checkedCases.Where(one => one.UnseenShare <= 0.3)];
        Table("all", checkedCases);
        Table("at most 30 % unseen", little);
        for (int rule = 0; rule < TruncatedCase.Rules.Length; rule++)
            Table(
                TruncatedCase.Rules[rule].Name + ", at most 30 % unseen",
                [.. little.Where(one => one.Rule == rule)]);
        return checkedCases.All(one => Numbers.All(number =>
            number.Of(one.Bound).Contains(number.Of(one.Truth).Low))) ? 0 : 1;
    }

    private CheckedCase Check(int number)
    {
        var drawn = new TruncatedCase(_tasks, number);
        var options = new WhatIfOptions { Slots = drawn.Slots, Range = TruncatedCase.Range };
        WhatIfAnswer Answer(RecordedCurves curves, int draws, int? top = null) => StudyWhatIf.Of(
            curves,
            TruncatedCase.Rules[drawn.Rule].Options,
            options with { Draws = draws, Top = top });
        WhatIfAnswer answer = Answer(drawn.Cut, EstimateDraws);
        return new CheckedCase(
            drawn.Rule,
            drawn.Cut.UnseenShare,
            Answer(drawn.Full, 0).Bound,
            answer.Bound,
            answer.Estimate!,
            Answer(drawn.Nothing, 0).Bound,
            [.. new ExtremeCompletions(
                drawn.Cut,
                TruncatedCase.Range.High,
                (curves, top) => Answer(curves, 0, top).Bound).Outcomes()]);
    }

    private static void Table(string title, List<CheckedCase> cases)
    {
        Console.WriteLine($"\n{title}: {cases.Count} cases\n");
        Console.WriteLine(
            "| number | bound holds | points | median width | without information | "
            + "median share | mean share | reached | estimate covers | where the bound is wide | "
            + "truth below it | above |");
        Console.WriteLine(
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach ((string name, Func<WhatIfQuantities, NumberBound> of) in Numbers)
        {
            CheckedCase[] wide = [.. cases.Where(one => !of(one.Bound).IsPoint)];
            double[] shares = [.. cases.Where(one => of(one.Nothing).Width > 0)
                .Select(one => of(one.Bound).Width / of(one.Nothing).Width)];
            string[] cells =
            [
                name,
                Percent(cases, one => of(one.Bound).Contains(of(one.Truth).Low)),
                Percent(cases, one => of(one.Bound).IsPoint),
                Number(Median(cases.Select(one => of(one.Bound).Width))),
                Number(Median(cases.Select(one => of(one.Nothing).Width))),
                Number(Median(shares)),
                Number(shares.Length == 0 ? 0 : shares.Average()),
                Number(Median(wide.Select(one => one.ReachedShare(of)))),
                Percent(cases, one => of(one.Estimate).Contains(of(one.Truth).Low)),
                Percent(wide, one => of(one.Estimate).Contains(of(one.Truth).Low)),
                Percent(cases, one => of(one.Truth).Low < of(one.Estimate).Low),
                Percent(cases, one => of(one.Truth).Low > of(one.Estimate).High),
            ];
            Console.WriteLine($"| {string.Join(" | ", cells)} |");
        }
    }

    private static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static string Percent<T>(IReadOnlyCollection<T> all, Func<T, bool> holds) =>
        all.Count == 0
            ? "-"
            : Number(100.0 * all.Count(holds) / all.Count) + " %";

    private static string Number(double number) =>
        number.ToString("0.###", CultureInfo.InvariantCulture);

    private sealed record CheckedCase(
        int Rule,
        double UnseenShare,
        WhatIfQuantities Truth,
        WhatIfQuantities Bound,
        WhatIfQuantities Estimate,
        WhatIfQuantities Nothing,
        WhatIfQuantities[] Extremes)
    {
        /// <summary>How much of a bound's width lies between two completions' outcomes.</summary>
        internal double ReachedShare(Func<WhatIfQuantities, NumberBound> of)
        {
            double[] outcomes = [.. Extremes.Append(Truth).Select(one => of(one).Low)];
            return (outcomes.Max() - outcomes.Min()) / of(Bound).Width;
        }
    }
}
