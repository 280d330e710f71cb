using ActorTune.Strategies.Notation;
using ActorTune.Strategies.Schedulers.Extrapolation;

namespace ActorTune.Strategies.Schedulers;

public sealed class ExtrapolationTests
{
    private const int Full = 50;

    [Theory]
    [InlineData("1:1 2:0.7 3:0.6 4:0.55", 50, 0.2, 0.3, 0.009784989150315993)]
    [InlineData("1:2 2:1.5 4:1.3 8:1.1 16:1.15", 27, 0.1, 1.0, 0.11381678063121928)]
    [InlineData("1:0.69 2:0.692 3:0.689 4:0.691 5:0.69", 50, 0.05, 0.6, 3.843045226005184e-05)]
    public void Chances_are_those_of_the_mixture_by_its_covariance(
        string points, long max, double spread, double mark, double expected)
    {
        // The expected values come from the n x n covariance of the measurements, by elimination.
        double chance = CurvePosterior.ChanceBelow(
            Curve(points), new CurveShapes(max), spread, mark);

        Assert.Equal(1, chance / expected, 6);
    }

    [Fact]
    public void Scale_and_origin_of_the_values_do_not_matter()
    {
        var shapes = new CurveShapes(Full);
        double chance = CurvePosterior.ChanceBelow(Curve("1:4 2:3 3:2.5 4:2"), shapes, 1, 1.5);

        Assert.Equal(chance, CurvePosterior.ChanceBelow(
            Curve("1:1040 2:1030 3:1025 4:1020"), shapes, 10, 1015), 9);
        Assert.InRange(chance, 0.05, 0.95);
    }

    [Fact]
    public void A_curve_without_any_change_is_taken_at_its_word()
    {
        var shapes = new CurveShapes(Full);

        Assert.Equal(0, CurvePosterior.ChanceBelow(Curve("1:2 2:2 3:2"), shapes, 0, 1));
        Assert.Equal(1, CurvePosterior.ChanceBelow(Curve("1:2 2:2 3:2"), shapes, 0, 3));
    }

    [Fact]
    public void Chances_are_calibrated_on_saturating_curves_with_noise()
    {
        List<(double Chance, double Hit)> told = Told(1500);

        // Those told to be hopeless are; overall the chance told is the frequency seen; and it
        // says far more than that frequency alone.
        Assert.InRange(told.Where(t => t.Chance < 0.05).Average(t => t.Hit), 0, 0.05);
        Assert.InRange(told.Count(t => t.Chance < 0.05), 500, 1100);
        Assert.InRange(told.Average(t => t.Chance) - told.Average(t => t.Hit), -0.05, 0.05);
        double frequency = told.Average(t => t.Hit);
        Assert.InRange(
            told.Average(t => (t.Chance - t.Hit) * (t.Chance - t.Hit)),
            0,
            0.5 * frequency * (1 - frequency));
    }

    [Fact]
    public void Hopeless_trials_are_stopped_at_the_fourth_point_and_hopeful_ones_go_on()
    {
        Schedule schedule = new Schedule("extrapolation", 9).Started(4);
        schedule.Run(Words(0, 1, 5, 4, 3, 2.5, 2.2, 2, 1.8, 1.7, 1.6));
        schedule.Run(Words(1, 1, 5.2, 4.1, 3.2, 2.6, 2.3, 2.1, 1.9, 1.8, 1.7));

        Assert.Equal(
            "report 2, report 2, report 2, stop 2", schedule.Run(Words(2, 1, 9, 8.9, 8.9, 8.8)));
        Assert.Equal(
            "report 3, report 3, report 3, report 3, report 3",
            schedule.Run(Words(3, 1, 5, 3.9, 2.9, 2.4, 2.0)));
    }

    [Fact]
    public void Larger_is_better_where_the_objective_says_so()
    {
        Schedule schedule = new Schedule("extrapolation", 9, Direction.Maximize).Started(4);
        schedule.Run(Words(0, -1, 5, 4, 3, 2.5, 2.2, 2, 1.8, 1.7, 1.6));
        schedule.Run(Words(1, -1, 5.2, 4.1, 3.2, 2.6, 2.3, 2.1, 1.9, 1.8, 1.7));

        Assert.EndsWith("stop 2", schedule.Run(Words(2, -1, 9, 8.9, 8.9, 8.8)));
        Assert.EndsWith("report 3", schedule.Run(Words(3, -1, 5, 3.9, 2.9, 2.4, 2.0)));
    }

    [Fact]
    public void Nothing_is_stopped_before_others_came_to_the_end()
    {
        Schedule schedule = new Schedule("extrapolation", 5).Started(3);
        schedule.Run(Words(0, 1, 5, 4, 3, 2.5, 2.2));

        Assert.EndsWith("report 1", schedule.Run(Words(1, 1, 9, 9, 9, 9)));
    }

    [Fact]
    public void A_study_without_a_full_resource_is_refused() =>
        Assert.Equal(
            "scheduler.extrapolation.max-resource: is needed: set it as the study's max-resource",
            Assert.Single(StandardStrategies.Instance.Check(
                Specifications.Of("extrapolation"))).ToString());

    private static List<(double Chance, double Hit)> Told(int count)
    {
        var chance = new System.Random(17);
        var spread = new FinalSpread();
        for (int i = 0; i < 100; i++)
            spread.Add(Draw(chance, Full));
        var shapes = new CurveShapes(Full);
        var told = new List<(double Chance, double Hit)>();
        for (int i = 0; i < count; i++)
        {
            TrialCurve whole = Draw(chance, Full);
            double mark = Enumerable.Range(0, 2).Min(_ => Draw(chance, Full).Points[^1].Key);
            int seen = 4 + chance.Next(17);
            var part = new TrialCurve();
            foreach ((long step, double key) in whole.Points.Take(seen))
                part.Add(step, key);
            double below = CurvePosterior.ChanceBelow(part, shapes, spread.At(seen), mark);
            told.Add((below, whole.Points[^1].Key < mark ? 1 : 0));
        }

        return told;
    }

    private static string Words(int trial, int sign, params double[] values) => string.Join(
        " ",
        values.Select((value, i) => string.Create(
            CultureInfo.InvariantCulture, $"{trial}:{sign * value}@{i + 1}")));

    // c + a x^-k or c + a exp(-x / t), with noise.
    private static TrialCurve Draw(System.Random chance, int steps)
    {
        double c = chance.NextDouble();
        double a = 0.5 + chance.NextDouble();
        double k = 0.3 + 1.2 * chance.NextDouble();
        double t = 2 + 13 * chance.NextDouble();
        bool isPower = chance.Next(2) == 0;
        double noise = 0.005 + 0.02 * chance.NextDouble();
        var curve = new TrialCurve();
        for (int x = 1; x <= steps; x++)
        {
            double falling = isPower ? Math.Pow(x, -k) : Math.Exp(-x / t);
            double normal = Enumerable.Range(0, 12).Sum(_ => chance.NextDouble()) - 6;
            curve.Add(x, c + a * falling + noise * normal);
        }

        return curve;
    }

    private static TrialCurve Curve(string points)
    {
        var curve = new TrialCurve();
        foreach (string[] point in points.Split(' ').Select(point => point.Split(':')))
            curve.Add(
                long.Parse(point[0], CultureInfo.InvariantCulture),
                double.Parse(point[1], CultureInfo.InvariantCulture));
        return curve;
    }
}
