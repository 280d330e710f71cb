namespace ActorTune.Strategies.Numerics;

public sealed class ProjectedLbfgsTests
{
    [Fact]
    public void The_bottom_of_a_bent_valley_is_found()
    {
        double[] point = [-1.2, 1];

        double value = ProjectedLbfgs.Minimize(Rosenbrock([-5, -5], [5, 5]), point);

        Assert.Equal(0, value, 8);
        Assert.Equal(1, point[0], 4);
        Assert.Equal(1, point[1], 4);
    }

    [Fact]
    public void On_a_box_the_least_value_may_lie_on_a_bound()
    {
        double[] point = [-1.2, 0.3];

        // On x <= 0.5 the least of 100 (y - x^2)^2 + (1 - x)^2 is at (0.5, 0.25).
        double value = ProjectedLbfgs.Minimize(Rosenbrock([-5, -5], [0.5, 5]), point);

        Assert.Equal(0.25, value, 8);
        Assert.Equal(0.5, point[0], 12);
        Assert.Equal(0.25, point[1], 5);
    }

    [Fact]
    public void A_start_outside_is_moved_onto_the_box()
    {
        double[] point = [9, -9];
        var problem = new BoxProblem(
            (x, gradient) =>
            {
                gradient[0] = 1;
                gradient[1] = -1;
                return x[0] - x[1];
            },
            [0, 0],
            [1, 1]);

        Assert.Equal(-1, ProjectedLbfgs.Minimize(problem, point));
        Assert.Equal([0, 1], point);
    }

    [Fact]
    public void Evaluations_are_counted()
    {
        int count = 0;
        BoxProblem valley = Rosenbrock([-5, -5], [5, 5]);
        var problem = valley with
        {
            Function = (point, gradient) =>
            {
                count++;
                return valley.Function(point, gradient);
            },
            MostEvaluations = 7,
        };

        ProjectedLbfgs.Minimize(problem, [-1.2, 1]);

        Assert.Equal(7, count);
    }

    [Fact]
    public void Where_the_start_has_no_value_nothing_moves()
    {
        double[] point = [0.5];
        var problem = new BoxProblem((_, _) => double.NaN, [0], [1]);

        Assert.Equal(double.PositiveInfinity, ProjectedLbfgs.Minimize(problem, point));
        Assert.Equal([0.5], point);
    }

    private static BoxProblem Rosenbrock(double[] low, double[] high) => new(
        (point, gradient) =>
        {
            double across = point[1] - point[0] * point[0];
            gradient[0] = -400 * point[0] * across - 2 * (1 - point[0]);
            gradient[1] = 200 * across;
            return 100 * across * across + (1 - point[0]) * (1 - point[0]);
        },
        low,
        high);
}
