using ActorTune.Randomness;

namespace ActorTune.Strategies.Numerics.Forests;

public sealed class RegressionForestTests
{
    private static readonly ForestFeature Unit = ForestFeature.Number(0, 1);
    private static readonly ForestOptions Exact = new()
    {
        Trees = 1,
        FeatureShare = 1,
        MinLeaf = 1,
        Bootstrap = false,
    };

    [Fact]
    public void A_step_is_one_split_between_its_neighbours()
    {
        RegressionForest forest = Grow(
            [Unit], [[0.1], [0.2], [0.7], [0.8]], [5, 5, 9, 9], Exact);

        LeafBox[] leaves = [.. forest.Trees[0].Leaves()];
        Assert.Equal([5, 9], leaves.Select(leaf => leaf.Mean));
        Assert.InRange(leaves[0].High[0], 0.2, 0.7);
        Assert.Equal(leaves[0].High[0], leaves[1].Low[0]);
        Assert.Equal((9, 0), forest.Predict([0.75]));
    }

    [Fact]
    public void Choices_are_divided_by_the_best_subset()
    {
        RegressionForest forest = Grow(
            [ForestFeature.Choice(5)], [[0], [1], [2], [3]], [0, 10, 1, 11], Exact with
            {
                MinLeaf = 2,
            });

        LeafBox[] leaves = [.. forest.Trees[0].Leaves()];
        Assert.Equal([0.5, 10.5], leaves.Select(leaf => leaf.Mean));
        Assert.Equal([0.25, 0.25], leaves.Select(leaf => leaf.Variance));
        Assert.Equal([true, false, true, false], leaves[0].Choices[0]!.Take(4));
        Assert.Equal(0.25, forest.Predict([3]).Variance);
    }

    [Fact]
    public void Without_a_limit_the_rows_are_remembered()
    {
        (double[][] rows, double[] values) = Sample(40);
        RegressionForest forest = Grow(Features(), rows, values, Exact);

        for (int i = 0; i < rows.Length; i++)
            Assert.Equal((values[i], 0), forest.Predict(rows[i]));
    }

    [Fact]
    public void A_leaf_has_no_fewer_rows_than_the_limit()
    {
        (double[][] rows, double[] values) = Sample(60);
        RegressionForest forest = Grow(Features(), rows, values, new ForestOptions());

        Assert.Equal(10, forest.Trees.Count);
        Assert.All(
            forest.Trees.SelectMany(tree => tree.Leaves()),
            leaf => Assert.InRange(leaf.Count, 3, 60));
    }

    [Fact]
    public void The_boxes_of_a_tree_fill_the_inputs_and_agree_with_its_leaves()
    {
        (double[][] rows, double[] values) = Sample(60);
        ForestFeature[] features = Features();
        foreach (RegressionTree tree in Grow(features, rows, values, new ForestOptions()).Trees)
        {
            LeafBox[] leaves = [.. tree.Leaves()];

            Assert.Equal(1, leaves.Sum(leaf => leaf.Share(features)), 1e-12);
            Assert.Equal(60, leaves.Sum(leaf => leaf.Count));
            foreach (double[] row in rows)
                Assert.Equal(
                    tree.Leaf(row).Mean, Assert.Single(leaves, leaf => IsIn(leaf, row)).Mean);
        }
    }

    [Fact]
    public void Mean_and_variance_follow_the_law_of_total_variance()
    {
        (double[][] rows, double[] values) = Sample(50);
        RegressionForest forest = Grow(Features(), rows, values, new ForestOptions());
        foreach (double[] row in rows.Take(5))
        {
            double[] means = [.. forest.Trees.Select(tree => tree.Leaf(row).Mean)];
            double[] variances = [.. forest.Trees.Select(tree => tree.Leaf(row).Variance)];
            double mean = means.Average();
            double squares = means.Zip(variances, (m, v) => m * m + v).Average();

            Assert.Equal(mean, forest.Predict(row).Mean, 1e-12);
            Assert.Equal(squares - mean * mean, forest.Predict(row).Variance, 1e-9);
        }
    }

    [Fact]
    public void A_forest_learns_what_random_rows_cannot_hide()
    {
        (double[][] rows, double[] values) = Sample(200);
        (double[][] others, double[] truth) = Sample(300);
        RegressionForest forest = Grow(Features(), rows, values, new ForestOptions());
        double error = others.Skip(200).Zip(
            truth.Skip(200), (row, value) => Square(forest.Predict(row).Mean - value)).Average();

        Assert.True(error < 0.1 * values.Average(value => Square(value - values.Average())));
    }

    [Fact]
    public void The_same_seed_grows_the_same_forest()
    {
        (double[][] rows, double[] values) = Sample(50);
        double[] probe = [0.4, 0.6, 1];

        Assert.Equal(Predict(0), Predict(0));
        Assert.NotEqual(Predict(0), Predict(1));

        (double, double) Predict(int ordinal) => RegressionForest.Grow(
            Features(), rows, values, new ForestOptions(), 7, ordinal).Predict(probe);
    }

    [Fact]
    public void Equal_values_need_no_split()
    {
        RegressionForest forest = Grow(
            [Unit], [[0.1], [0.2], [0.3]], [4, 4, 4], new ForestOptions());

        Assert.Equal((4, 0), forest.Predict([0.9]));
        Assert.All(forest.Trees, tree => Assert.Single(tree.Leaves()));
        Assert.Throws<ArgumentException>(() => Grow([Unit], [], [], Exact));
    }

    private static RegressionForest Grow(
        ForestFeature[] features, double[][] rows, double[] values, ForestOptions options) =>
        RegressionForest.Grow(features, rows, values, options, 7, 0);

    private static ForestFeature[] Features() => [Unit, Unit, ForestFeature.Choice(4)];

    private static (double[][] Rows, double[] Values) Sample(int count)
    {
        RandomStream chance = RandomStream.For(3, new StreamName("test-rows"), 0, 0);
        var rows = new double[count][];
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = [chance.NextDouble(), chance.NextDouble(), chance.NextInt32(4)];
            values[i] = 3 * rows[i][0] + (rows[i][2] is 1 or 3 ? 5 : 0);
        }

        return (rows, values);
    }

    private static bool IsIn(LeafBox box, double[] row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            if (box.Choices[i] is { } choices ? !choices[(int)row[i]]
                : row[i] > box.High[i] || (row[i] <= box.Low[i] && box.Low[i] > 0))
                return false;
        }

        return true;
    }

    private static double Square(double x) => x * x;
}
