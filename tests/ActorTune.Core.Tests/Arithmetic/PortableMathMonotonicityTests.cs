namespace ActorTune.Arithmetic;

public sealed class PortableMathMonotonicityTests
{
    private const int Neighbours = 4_000;

    public static TheoryData<double> ExpCentres
    {
        get
        {
            // the steps of the table lie at odd multiples of ln2/256
            TheoryData<double> centres =
                [1e-5, -1e-5, 0.02, -0.02, 1.0, -1.0, 30.0, 600.0, -600.0, -708.4];
            for (int step = -9; step <= 9; step += 2)
            {
                centres.Add(step * 0.0027076061740622863);
            }

            return centres;
        }
    }

    public static TheoryData<double> LogCentres
    {
        get
        {
            TheoryData<double> centres = [1e-300, 0.5, 0.6875, 0.9, 1.375, 2.0, 1e10];
            for (int step = -4; step <= 6; step++)
            {
                centres.Add(1.0 + step * (step < 0 ? 0.00390625 : 0.0078125));
            }

            return centres;
        }
    }

    [Theory]
    [MemberData(nameof(ExpCentres))]
    public void Exp_OverNeighbouringDoubles_NeverFalls(double centre) =>
        AssertNeverFalls(PortableMath.Exp, centre);

    [Theory]
    [MemberData(nameof(LogCentres))]
    public void Log_OverNeighbouringDoubles_NeverFalls(double centre) =>
        AssertNeverFalls(PortableMath.Log, centre);

    [Fact]
    public void ExpAndLog_OverTheirRange_NeverFall()
    {
        double exp = 0.0;
        double log = double.NegativeInfinity;
        for (int i = 0; i <= 200_000; i++)
        {
            double x = -746.0 + i * (1456.0 / 200_000);
            Assert.True(PortableMath.Exp(x) >= exp, $"Exp falls before {x:R}.");
            exp = PortableMath.Exp(x);
            double y = BitConverter.UInt64BitsToDouble((ulong)i * (0x7FEFFFFFFFFFFFFF / 200_000));
            Assert.True(PortableMath.Log(y) >= log, $"Log falls before {y:R}.");
            log = PortableMath.Log(y);
        }
    }

    private static void AssertNeverFalls(Func<double, double> function, double centre)
    {
        double x = centre;
        for (int i = 0; i < Neighbours / 2; i++)
        {
            x = Math.BitDecrement(x);
        }

        double last = function(x);
        for (int i = 0; i < Neighbours; i++)
        {
            x = Math.BitIncrement(x);
            double next = function(x);
            Assert.True(next >= last, $"The function falls to {next:R} at {x:R}.");
            last = next;
        }
    }
}
