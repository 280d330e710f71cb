using System.Globalization;
using ActorTune.Bench.Quality.Commands;
using ActorTune.Bench.Quality.Comparing;
using ActorTune.Bench.Quality.Problems;

namespace ActorTune.Bench.Quality;

internal static class Program
{
    private const string Usage = """
        usage: quality run SAMPLER[,OPTION=VALUE..] PROBLEM[,PROBLEM..] SEEDS TRIALS
            [FIRST-SEED] [SLOTS] [TABLE ..]
          one JSON line for each seed with the values in the order of completion, as the drivers
          of the peers print them; PROBLEM is a name, 'all' of the everyday ones, 'bbob-d5' (24
          functions, 3 instances) or 'tables': those of TABLE.json and TABLE.f32.gz
               quality check-functions FOLDER
          the largest error of each BBOB function at recorded points; fails above 1e-9
               quality compare OURS.jsonl PEER.jsonl TRIALS [TABLE ..]
          the chance that ours is better for each problem, mean rank and tests; bars: the lower
          bound of the chance is at least 0.40, or both end within 1e-3 of the minimum
               quality stopping CURVES [SEEDS] [FIRST-SEED] [STEPS,STEPS..]
            [SCHEDULER[,OPTION=VALUE..] ..]
          a table of trial schedulers on recorded learning curves CURVES.json and CURVES.f32.gz
               quality curves CURVES SEEDS FIRST-SEED STEPS,STEPS.. [SAMPLER+]SCHEDULER ..
          a JSON line of regrets for each study; samplers choose among CURVES.configs.csv
               quality stopping-plan CURVES [SEEDS] [FIRST-SEED]
          the orders of the configurations and the durations for bench/peers/curves.py
               quality compare-curves OURS.jsonl PEER.jsonl OUR-RULE==PEER-RULE ..
          ratios of regrets over the same tasks and seeds with intervals and tests
               quality ranks TRIALS TABLE[,TABLE..]|none VALUES.jsonl ..
          mean ranks of the samplers in the files over problems and seeds
               quality whatif CURVES [CASES] [develop|report]
          bounds and estimates on curves that were cut at random, against the truth
        """;

    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments.Length < 2 || Command(arguments[0]) is not { } command)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        return command(new Words(arguments[1..]));
    }

    private static Func<Words, int>? Command(string name) => name switch
    {
        "run" => Always(SamplerCommand.Perform),
        "compare" => Always(Compare),
        "ranks" => RankTable.Perform,
        "check-functions" => FunctionCheck.Perform,
        "stopping" => Always(CurveCommands.Table),
        "stopping-plan" => Always(CurveCommands.Plan),
        "curves" => Always(CurveCommands.Lines),
        "compare-curves" => Always(CurveCommands.Compare),
        "whatif" => CurveCommands.WhatIf,
        _ => null,
    };

    private static Func<Words, int> Always(Action<Words> perform) => words =>
    {
        perform(words);
        return 0;
    };

    private static void Compare(Words words) => ComparisonReport.Write(
        Console.Out,
        new Catalogue(words.From(3)),
        words[0],
        words[1],
        words.Number(2, 200),
        1e-3);
}
