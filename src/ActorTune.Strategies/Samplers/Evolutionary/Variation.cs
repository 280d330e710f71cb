using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.Evolutionary;

/// <summary>The two classical operators on a place of the unit interval, kept within it.</summary>
internal static class Variation
{
    /// <summary>
    /// Simulated binary crossover between two bounds (Deb and Agrawal, Complex Systems 9, 1995; the
    /// bounded form of Deb's NSGA-II): the child below the lesser parent's side, or above the
    /// greater one's.
    /// </summary>
    /// <param name="less">The lesser parent.</param>
    /// <param name="greater">The greater parent.</param>
    /// <param name="isUpper">Which child.</param>
    /// <param name="index">The distribution index eta.</param>
    /// <param name="unit">A number in [0, 1) drawn at random.</param>
    internal static double SimulatedBinary(
        double less, double greater, bool isUpper, double index, double unit)
    {
        double gap = greater - less;
        if (!(gap > 1e-14))
            return isUpper ? greater : less;
        double room = isUpper ? 1 - greater : less;
        double beta = 1 + 2 * room / gap;
        double alpha = 2 - PortableMath.Pow(beta, -(index + 1));
        double within = unit <= 1 / alpha ? unit * alpha : 1 / (2 - unit * alpha);
        double spread = PortableMath.Pow(within, 1 / (index + 1)) * gap;
        double child = 0.5 * (isUpper ? less + greater + spread : less + greater - spread);
        return Math.Clamp(child, 0, 1);
    }

    /// <summary>
    /// Polynomial mutation between two bounds (Deb and Goyal, Computer Science and Informatics 26,
    /// 1996; the bounded form of Deb's NSGA-II).
    /// </summary>
    /// <param name="place">The old place.</param>
    /// <param name="index">The distribution index eta.</param>
    /// <param name="unit">A number in [0, 1) drawn at random.</param>
    internal static double Polynomial(double place, double index, double unit)
    {
        double power = index + 1;
        bool isDown = unit < 0.5;
        double part = isDown ? 2 * unit : 2 * (1 - unit);
        double far = PortableMath.Pow(isDown ? 1 - place : place, power);
        double step = 1 - PortableMath.Pow(part + (1 - part) * far, 1 / power);
        return Math.Clamp(isDown ? place - step : place + step, 0, 1);
    }
}
