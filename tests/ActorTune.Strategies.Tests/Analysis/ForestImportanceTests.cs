using ActorTune.Analysis.Forests;

namespace ActorTune.Analysis;

public sealed class ForestImportanceTests
{
    // Left half 0; right half 1 below y = 1/4 and 3 above. By hand: mean 5/4, variance 31/16,
    // of which x explains 25/16, y 3/16 and both together 3/16.
    [Fact]
    public void The_variance_of_a_tree_is_divided_exactly()
    {
        var tree = new ForestTree();
        int root = tree.AddBranch(0, 1);
        int left = tree.AddLeaf(new ForestLeaf([0, 0], [1, 2], 0));
        int right = tree.AddBranch(1, 1);
        int low = tree.AddLeaf(new ForestLeaf([1, 0], [2, 1], 1));
        int high = tree.AddLeaf(new ForestLeaf([1, 1], [2, 2], 3));
        tree.Join(right, low, high);
        tree.Join(root, left, right);
        ForestColumn[] columns =
            [Column(0.25, 0.25, 0.75, 0.75), Column(0.125, 0.375, 0.125, 0.375)];

        var variance = new TreeVariance(tree, columns);

        Assert.Equal([0, 0.25, 1], columns[1].Edges);
        Assert.Equal(
            [0, 0, 1, 3], Enumerable.Range(0, 4).Select(row => tree.Predict(columns, row)));
        Assert.Equal((1.25, 31 / 16.0), (variance.Mean, variance.Total));
        Assert.Equal((25 / 16.0, 3 / 16.0), (variance.Of(0), variance.Of(1)));
        Assert.Equal(3 / 16.0, variance.Of(0, 1), 1e-15);
        Assert.Equal([0, 2.5], variance.Marginal(0));
        Assert.Equal([0.5, 1.5], variance.Marginal(1));
    }

    [Fact]
    public void Equal_values_stay_in_one_cell_and_leave_the_others_their_cells()
    {
        double[] places = [.. Enumerable.Range(0, 2000).Select(i => (i % 100 + 0.5) / 100)];
        ForestColumn column = Column(places);

        Assert.InRange(column.Count, 60, 64);
        Assert.All(places.Index(), place => Assert.InRange(
            place.Item,
            column.Edges[column.Codes[place.Index]],
            column.Edges[column.Codes[place.Index] + 1]));
        Assert.Equal(2, Column([.. Enumerable.Repeat(0.5, 99), 0.7]).Count);
        Assert.Equal(1, Column(0.5, 0.5).Count);
    }

    // Two factors of a product matter alike, whether there are few values of one or many.
    [Fact]
    public void Whole_numbers_matter_like_the_floats_that_they_stand_for()
    {
        var numbers = new FixedNumbers(4);
        var space = new SearchSpace(
            [new FloatParameter("real", 0, 1), new IntegerParameter("whole", 1, 300)]);
        TrialTable table = Tables.Of(space, Direction.Minimize, Enumerable.Range(0, 900).Select(_ =>
        {
            double real = numbers.Next(), whole = numbers.Next();
            return (space.Decode([real, whole]), real * whole);
        }));

        var importances = ImportanceTable.Of(
            table, new ImportanceOptions { Method = ImportanceMethod.FunctionalAnova });

        Assert.All(importances.Parameters, one => Assert.Equal(0.5, one.Share, 0.05));
    }

    [Fact]
    public void The_leaves_of_a_grown_tree_fill_the_space_and_agree_with_its_branches()
    {
        TrialTable table = Tables.OfMixed(200);
        var forest = AnalysisForest.Fit(
            table, [.. Enumerable.Range(0, 200)], new ForestOptions { TreeCount = 3 });
        foreach (ForestTree tree in forest.Trees)
        {
            double volume = 0;
            foreach (ForestLeaf leaf in tree.Leaves)
            {
                double part = 1;
                for (int i = 0; i < table.Space.Dimensions; i++)
                    part *= forest.Columns[i].Width(leaf.Low[i], leaf.High[i]);
                volume += part;
            }

            Assert.Equal(1, volume, 1e-12);
            for (int row = 0; row < 200; row++)
                Assert.Equal(Leaf(tree, forest, row).Value, tree.Predict(forest.Columns, row));
        }
    }

    // Of 2 a + b, uniform, a explains 4/5 and b 1/5; a third parameter nothing.
    [Theory]
    [InlineData(ImportanceMethod.FunctionalAnova)]
    [InlineData(ImportanceMethod.Permutation)]
    public void A_sum_is_divided_by_the_variances_of_its_terms(ImportanceMethod method)
    {
        TrialTable table = Tables.OfFunction(600, 3, x => 2 * x[0] + x[1]);

        var importances = ImportanceTable.Of(table, new ImportanceOptions { Method = method });

        Assert.Equal(
            ["x0", "x1", "x2"], importances.Parameters.Select(parameter => parameter.Parameter));
        Assert.Equal(0.8, importances.Parameters[0].Share, 0.05);
        Assert.Equal(0.2, importances.Parameters[1].Share, 0.05);
        Assert.InRange(importances.ExplainedShare!.Value, 0.9, 1);
    }

    [Fact]
    public void A_product_about_its_middle_is_interaction_alone()
    {
        TrialTable table = Tables.OfFunction(800, 2, x => (x[0] - 0.5) * (x[1] - 0.5));

        InteractionShares shares = ParameterInteraction.Of(table, "x0", "x1").Shares!;

        Assert.True(shares.Pair > 0.8, shares.ToString());
        Assert.True(shares.First < 0.1 && shares.Second < 0.1, shares.ToString());
        Assert.Equal(1, shares.First + shares.Second + shares.Pair, 1e-9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_forest_and_another_seed_another()
    {
        TrialTable table = Tables.OfMixed(100);

        Assert.Equal(Shares(1), Shares(1));
        Assert.NotEqual(Shares(1), Shares(2));

        double[] Shares(ulong seed) => [.. ImportanceTable.Of(table, new ImportanceOptions
        {
            Method = ImportanceMethod.FunctionalAnova,
            Forest = new ForestOptions { Seed = seed, TreeCount = 8 },
        }).Parameters.OrderBy(one => one.Parameter, StringComparer.Ordinal)
            .Select(one => one.Share)];
    }

    // m matters only where c is a; among those trials it explains nearly everything.
    [Theory]
    [InlineData(ImportanceMethod.FunctionalAnova)]
    [InlineData(ImportanceMethod.Permutation)]
    public void A_conditional_parameter_is_measured_where_it_is_active(ImportanceMethod method)
    {
        TrialTable mixed = Tables.OfMixed(300);
        var table = new TrialTable(mixed.Space, mixed.Objective, [.. mixed.Trials.Select(trial =>
            trial with
            {
                Value = trial.Configuration.TryGet("m", out ParameterValue m) ? m.AsDouble() : 5,
            })]);

        var importances = ImportanceTable.Of(table, new ImportanceOptions { Method = method });

        ParameterImportance found =
            importances.Parameters.Single(parameter => parameter.Parameter == "m");
        Assert.InRange(found.Importance, 0.9, 3);
        Assert.Equal(mixed.Trials.Count(trial => trial.Configuration.Contains("m")),
            found.ActiveCount);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(12)]
    public void Few_trials_and_equal_values_do_no_harm(int count)
    {
        foreach (ImportanceMethod method in Enum.GetValues<ImportanceMethod>())
        {
            var importances = ImportanceTable.Of(
                Tables.OfFunction(count, 2, _ => 3), new ImportanceOptions { Method = method });
            Assert.All(importances.Parameters, one => Assert.Equal(0, one.Importance, 1e-20));
        }
    }

    private static ForestColumn Column(params double[] places) => ForestColumn.Of(
        new FloatParameter("x", 0, 1),
        [.. places.Select(place => (ParameterValue?)ParameterValue.Of(place))],
        [.. Enumerable.Range(0, places.Length)]);

    private static ForestLeaf Leaf(ForestTree tree, AnalysisForest forest, int row)
    {
        ForestColumn[] columns = forest.Columns.ToArray();
        return tree.Leaves.Single(leaf => columns.Index().All(column =>
            column.Item.Codes[row] >= leaf.Low[column.Index]
            && column.Item.Codes[row] < leaf.High[column.Index]));
    }
}
