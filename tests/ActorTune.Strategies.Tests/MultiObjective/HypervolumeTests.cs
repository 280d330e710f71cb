namespace ActorTune.Strategies.MultiObjective;

public sealed class HypervolumeTests
{
    [Fact]
    public void Two_objectives_make_a_staircase() => Assert.Equal(
        11, Hypervolume.Of([[1, 4], [2, 2], [4, 1], [3, 3], [6, 0]], [5, 5]));

    [Fact]
    public void Three_objectives_are_swept() => Assert.Equal(
        // Boxes of 2, 2 and 2 that share the unit cube at the corner: 6 - 3 + 1.
        4, Hypervolume.Of([[0, 1, 1], [1, 0, 1], [1, 1, 0]], [2, 2, 2]));

    [Fact]
    public void Four_objectives_are_sliced() => Assert.Equal(
        // The same in four dimensions: 4 boxes of 2 that pairwise share 1, and so on.
        5,
        Hypervolume.Of(
            [[0, 1, 1, 1], [1, 0, 1, 1], [1, 1, 0, 1], [1, 1, 1, 0]], [2, 2, 2, 2]));

    [Fact]
    public void One_objective_is_the_distance_to_the_reference() => Assert.Equal(
        3, Hypervolume.Of([[4], [2]], [5]));

    [Fact]
    public void Nothing_below_the_reference_is_no_volume()
    {
        Assert.Equal(0, Hypervolume.Of([], [1, 1]));
        Assert.Equal(0, Hypervolume.Of([[1, 0], [0, 2]], [1, 1]));
    }

    [Fact]
    public void The_plane_front_of_three_objectives_tends_to_its_limit()
    {
        // What x + y + z = 1 dominates within the unit cube is 5/6; a lattice stays below.
        double[][] lattice =
        [
            .. from i in Enumerable.Range(0, 41)
               from j in Enumerable.Range(0, 41 - i)
               select new[] { i / 40.0, j / 40.0, (40 - i - j) / 40.0 },
        ];

        Assert.InRange(Hypervolume.Of(lattice, [1, 1, 1]), 0.79, 5.0 / 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    public void The_volume_is_that_of_inclusion_and_exclusion(int objectives)
    {
        double[] reference = [.. Enumerable.Repeat(0.9, objectives)];
        for (int seed = 0; seed < 20; seed++)
        {
            double[][] points = Points.Random(seed, 9, objectives, seed % 2 == 0 ? 4 : 1000);

            Assert.Equal(Boxes(points, reference), Hypervolume.Of(points, reference), 1e-12);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_contribution_is_what_the_volume_loses_without_the_point(int objectives)
    {
        double[] reference = [.. Enumerable.Repeat(0.9, objectives)];
        double[][] points = Points.Random(3, 12, objectives, 6);

        double[] contributions = Hypervolume.Contributions(points, reference);

        double all = Hypervolume.Of(points, reference);
        for (int i = 0; i < points.Length; i++)
        {
            double without = Hypervolume.Of([.. points.Where((_, j) => j != i)], reference);
            Assert.Equal(all - without, contributions[i], 1e-12);
        }
    }

    [Fact]
    public void A_subset_is_chosen_point_by_point_by_what_it_adds()
    {
        double[][] points = [[1, 4], [2, 2], [4, 1], [2, 2], [6, 6]];

        Assert.Equal([1, 0, 2], Hypervolume.SelectSubset(points, [5, 5], 3));
        Assert.Equal([1, 0, 2, 3, 4], Hypervolume.SelectSubset(points, [5, 5], 9));
        Assert.Empty(Hypervolume.SelectSubset(points, [5, 5], 0));
    }

    [Fact]
    public void A_subset_is_that_of_trying_every_point_every_time()
    {
        double[][] points = Points.Random(5, 25, 3, 50);
        double[] reference = [1, 1, 1];
        var chosen = new List<int>();
        for (int step = 0; step < 8; step++)
        {
            chosen.Add(Enumerable.Range(0, points.Length).Except(chosen)
                .MaxBy(i => Math.Round(
                    Hypervolume.Of([.. chosen.Append(i).Select(k => points[k])], reference), 12)));
        }

        Assert.Equal(chosen, Hypervolume.SelectSubset(points, reference, 8));
    }

    [Fact]
    public void What_has_no_volume_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Hypervolume.Of([[1, 2]], [3]));
        Assert.Throws<ArgumentException>(() => Hypervolume.Of([[1, double.NaN]], [3, 3]));
        Assert.Throws<ArgumentException>(
            () => Hypervolume.Of([[1, 2]], [3, double.PositiveInfinity]));
    }

    private static double Boxes(double[][] points, double[] reference)
    {
        double volume = 0;
        for (int set = 1; set < 1 << points.Length; set++)
        {
            double box = 1;
            for (int i = 0; i < reference.Length; i++)
            {
                double least = double.NegativeInfinity;
                for (int j = 0; j < points.Length; j++)
                {
                    if ((set >> j & 1) == 1)
                        least = Math.Max(least, points[j][i]);
                }

                box *= Math.Max(0, reference[i] - least);
            }

            volume += int.PopCount(set) % 2 == 1 ? box : -box;
        }

        return volume;
    }
}
