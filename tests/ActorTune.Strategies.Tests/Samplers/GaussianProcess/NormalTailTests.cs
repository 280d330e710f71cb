namespace ActorTune.Strategies.Samplers.GaussianProcess;

public sealed class NormalTailTests
{
    // By mpmath: log(phi(z) + z Phi(z)) and log Phi(z).
    [Theory]
    [InlineData(3, 1.0987396653277078, -0.0013508099647481938)]
    [InlineData(0.5, -0.35982768374506382, -0.36894641528865639)]
    [InlineData(0, -0.91893853320467274, -0.69314718055994531)]
    [InlineData(-1, -2.4851210257126413, -1.8410216450092635)]
    [InlineData(-5.9, -21.952668481529732, -20.125799580203174)]
    [InlineData(-6.1, -23.214640722962002, -21.357498419215557)]
    [InlineData(-10, -55.553122036122356, -53.231285150512471)]
    [InlineData(-40, -808.29856835661996, -804.60844201375379)]
    [InlineData(-1000, -500014.73445209116, -500007.82669481218)]
    public void Logarithms_are_exact_far_out(double z, double improvement, double cdf)
    {
        Assert.Equal(1, NormalTail.LogImprovement(z).Log / improvement, 13);
        Assert.Equal(1, NormalTail.LogCdf(z).Log / cdf, 12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-0.3)]
    [InlineData(-5.99)]
    [InlineData(-6.01)]
    [InlineData(-30)]
    public void Slopes_are_the_differences(double z)
    {
        const double Step = 1e-5;
        (_, double slope, double density) = NormalTail.LogImprovement(z);
        double difference = NormalTail.LogImprovement(z + Step).Log
            - NormalTail.LogImprovement(z - Step).Log;
        double differenceOfCdf =
            NormalTail.LogCdf(z + Step).Log - NormalTail.LogCdf(z - Step).Log;

        Assert.Equal(1, difference / (2 * Step) / slope, 6);
        Assert.Equal(1, differenceOfCdf / (2 * Step) / NormalTail.LogCdf(z).Slope, 6);

        // h = phi + z Phi
        Assert.Equal(1, density + z * slope, 10);
    }
}
