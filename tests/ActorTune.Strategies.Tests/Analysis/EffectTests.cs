namespace ActorTune.Analysis;

public sealed class EffectTests
{
    [Fact]
    public void A_choice_has_a_cell_for_each_value_with_mean_and_standard_error()
    {
        var space = new SearchSpace([new CategoricalParameter("c", "a", "b", "z")]);
        TrialTable table = Tables.Of(space, Direction.Maximize,
            [Choice("a", 1), Choice("a", 2), Choice("a", 6), Choice("b", 4)]);

        var effect = MarginalEffect.Of(table, "c");

        Assert.Equal(["a", "b", "z"], effect.Cells.Select(cell => cell.Cell.ToString()));
        // The deviation of 1, 2, 6 is sqrt(7), that of their mean sqrt(7 / 3).
        Assert.Equal(new ValueSummary(3, 3, Math.Sqrt(7 / 3.0)), effect.Cells[0].Measured);
        Assert.Equal(new ValueSummary(1, 4, null), effect.Cells[1].Measured);
        Assert.Equal(new ValueSummary(0, null, null), effect.Cells[2].Measured);
        Assert.Null(effect.Cells[0].Modelled);
    }

    [Fact]
    public void Ranges_are_even_on_the_parameters_own_scale()
    {
        var space = new SearchSpace(
        [
            new FloatParameter("lr", 1e-4, 1) { Scale = Scale.Log },
            new IntegerParameter("units", 1, 100),
        ]);
        TrialTable table = Tables.Of(space, Direction.Minimize,
        [
            (Both(5e-4, 25), 1), (Both(0.5, 26), 2),
        ]);

        EffectCell[] rates = [.. MarginalEffect.Of(table, "lr", 4).Cells];
        EffectCell[] units = [.. MarginalEffect.Of(table, "units", 4).Cells];

        Assert.Equal([1, 0, 0, 1], rates.Select(cell => cell.Measured.Count));
        Assert.Equal(1e-3, rates[1].Cell.Low.AsDouble(), 1e-12);
        Assert.Equal(["1 to 25", "26 to 50", "51 to 75", "76 to 100"],
            units.Select(cell => cell.Cell.ToString()));
        Assert.Equal([1, 1, 0, 0], units.Select(cell => cell.Measured.Count));
    }

    [Fact]
    public void Every_value_of_a_space_lies_in_the_cell_that_names_it()
    {
        foreach (Parameter parameter in Tables.Mixed.Parameters)
        {
            var cells = ParameterCells.Of(parameter, 4);
            for (int i = 0; i <= 200; i++)
            {
                ParameterValue value = parameter.Decode(i / 200.0);
                ParameterCell cell = cells.Cells[cells.CellOf(value)];
                Assert.True(
                    value.IsNumber
                        ? value.AsDouble() >= cell.Low.AsDouble() - 1e-9
                            && value.AsDouble() <= cell.High.AsDouble() + 1e-9
                        : value == cell.Low,
                    $"{parameter.Name}: {value} is not in {cell}");
            }
        }
    }

    [Fact]
    public void The_model_gives_the_mean_over_the_whole_space()
    {
        TrialTable table = Tables.OfFunction(500, 2, x => 4 * x[0]);

        var effect = MarginalEffect.Of(table, "x0", 4, new ForestOptions());
        var other = MarginalEffect.Of(table, "x1", 4, new ForestOptions());

        Assert.All(effect.Cells, (cell, i) => Assert.Equal(i + 0.5, cell.Modelled!.Value, 0.1));
        Assert.All(other.Cells, cell => Assert.Equal(2, cell.Modelled!.Value, 0.1));
        Assert.All(effect.Cells, cell => Assert.InRange(cell.Spread!.Value, 0, 0.1));
    }

    [Fact]
    public void Two_parameters_make_a_table_of_means()
    {
        TrialTable table = Tables.OfFunction(
            400, 2, x => Math.Floor(2 * x[0]) + 10 * Math.Floor(2 * x[1]));

        var interaction = ParameterInteraction.Of(table, "x0", "x1", 2);

        Assert.Equal([0, 10, 1, 11],
            interaction.Table.SelectMany(row => row.Select(cell => (int)cell.Mean!.Value)));
        Assert.Equal(400, interaction.Table.Sum(row => row.Sum(cell => cell.Count)));
        Assert.Equal(0, interaction.Shares!.Pair, 0.01);
    }

    [Fact]
    public void Only_trials_in_which_both_are_active_interact()
    {
        TrialTable table = Tables.OfMixed(60);
        var interaction = ParameterInteraction.Of(table, "m", "x");

        Assert.Equal(
            table.Trials.Count(trial => trial.Configuration.Contains("m")),
            interaction.ActiveCount);
        Assert.Null(ParameterInteraction.Of(Tables.OfMixed(9), "m", "x").Shares);
        Assert.Throws<ArgumentException>(() => ParameterInteraction.Of(table, "x", "x"));
        Assert.Throws<KeyNotFoundException>(() => MarginalEffect.Of(table, "nothing"));
    }

    private static Configuration Both(double rate, long units) => Tables.Configuration(
        [("lr", ParameterValue.Of(rate)), ("units", ParameterValue.Of(units))]);

    private static (Configuration, double) Choice(string choice, double value) =>
        (Tables.Configuration([("c", ParameterValue.Of(choice))]), value);
}
