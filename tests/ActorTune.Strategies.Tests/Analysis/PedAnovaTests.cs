namespace ActorTune.Analysis;

public sealed class PedAnovaTests
{
    // Optuna's PedAnovaImportanceEvaluator(target_quantile=...).evaluate on the same trials.
    [Theory]
    [InlineData(30, Direction.Minimize, 0.1, 0.0007179285684133597, 0.0009192749906445695,
        0.003864356544439648, 0.003838462278944963, 0.00011582745853452564,
        0.003726308686158593, 0.0019375099133339371, 0.003971876937594363)]
    [InlineData(30, Direction.Minimize, 0.25, 2.1335766944206783e-05, 0.00906539165950055,
        0.001307597894950611, 0.025304969625104593, 0.001871727815772422,
        0.0008665736769773452, 0.02047163788636119, 0.014107633148485833)]
    [InlineData(30, Direction.Maximize, 0.1, 0.0006793028247739299, 0.0015843326861933438,
        0.004706359265025875, 0.004539100573905654, 0.0,
        0.0027349752661710467, 0.013915184574177489, 0.0008085842787032079)]
    [InlineData(200, Direction.Minimize, 0.1, 0.00032767086954213286, 0.0013284442726204018,
        0.0008627088729223576, 0.004392351852493035, 0.0007124880207500156,
        0.002414286532745429, 0.007041117722670685, 0.008075462434339953)]
    [InlineData(200, Direction.Maximize, 0.25, 3.0903264407554846e-08, 0.003135846089594244,
        0.0005739332753609265, 0.004028696084511439, 0.00021295441204860426,
        0.0020461319540592995, 0.07705107190666988, 0.003040052085977633)]
    public void It_gives_what_optuna_gives(
        int count, Direction direction, double share, params double[] expected)
    {
        var importances = ImportanceTable.Of(
            Tables.OfMixed(count, direction), new ImportanceOptions { TargetShare = share });
        double[] found = [.. importances.Parameters
            .OrderBy(parameter => parameter.Parameter, StringComparer.Ordinal)
            .Select(parameter => parameter.Importance)];

        Assert.Equal(expected.Length, found.Length);
        Assert.All(found, (importance, i) =>
            Assert.Equal(expected[i], importance, 1e-7 * expected[i] + 1e-13));
    }

    [Fact]
    public void Shares_add_up_to_one_and_the_first_is_the_largest()
    {
        var importances = ImportanceTable.Of(Tables.OfMixed(200));

        Assert.Equal(1, importances.Parameters.Sum(parameter => parameter.Share), 1e-12);
        Assert.Equal(
            importances.Parameters.OrderByDescending(one => one.Share), importances.Parameters);
        Assert.Equal(200, importances.TrialCount);
        Assert.Null(importances.ExplainedShare);
    }

    [Fact]
    public void A_conditional_parameter_counts_the_trials_in_which_it_is_active()
    {
        TrialTable table = Tables.OfMixed(200);
        int active = table.Trials.Count(trial => trial.Configuration.Contains("m"));

        Assert.Equal(active, Find(table, "m").ActiveCount);
        Assert.InRange(active, 1, 199);
        Assert.Equal(200, Find(table, "x").ActiveCount);
    }

    [Fact]
    public void Constants_are_left_out() => Assert.DoesNotContain(
        ImportanceTable.Of(Tables.OfMixed(50)).Parameters, one => one.Parameter == "classes");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Too_few_trials_say_nothing(int count) => Assert.All(
        ImportanceTable.Of(Tables.OfMixed(count)).Parameters,
        parameter => Assert.Equal((0, 0), (parameter.Importance, parameter.Share)));

    [Fact]
    public void Equal_values_say_nothing()
    {
        TrialTable table = Tables.OfFunction(40, 3, _ => 1);

        Assert.All(
            ImportanceTable.Of(table).Parameters,
            parameter => Assert.Equal(0, parameter.Importance, 1e-20));
    }

    [Fact]
    public void Ordinals_are_ordered_like_the_whole_numbers_of_their_places()
    {
        var numbers = new FixedNumbers(5);
        long[] places = [.. Enumerable.Range(0, 80).Select(_ => (long)(numbers.Next() * 4))];
        ParameterValue[] sizes = [.. new long[] { 16, 32, 64, 128 }.Select(ParameterValue.Of)];

        Assert.Equal(
            Importance(new IntegerParameter("p", 0, 3), place => ParameterValue.Of(place)),
            Importance(new OrdinalParameter("p", sizes), place => sizes[place]));

        double Importance(Parameter parameter, Func<long, ParameterValue> value) =>
            ImportanceTable.Of(Tables.Of(
                new SearchSpace([parameter]),
                Direction.Minimize,
                places.Select((place, i) => (
                    Tables.Configuration([("p", value(place))]), (double)(place * 100 + i)))))
                .Parameters[0].Importance;
    }

    [Fact]
    public void Ten_thousand_trials_of_twenty_parameters_find_the_one_that_matters()
    {
        TrialTable table = Tables.OfFunction(10_000, 20, x => x[7] * x[7]);

        Assert.Equal("x7", ImportanceTable.Of(table).Parameters[0].Parameter);
        Assert.True(ImportanceTable.Of(table).Parameters[0].Share > 0.9);
    }

    private static ParameterImportance Find(TrialTable table, string name) =>
        ImportanceTable.Of(table).Parameters.Single(one => one.Parameter == name);
}
