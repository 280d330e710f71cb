using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.GaussianProcess;

/// <summary>Losses as the outputs of a model.</summary>
internal static class OutputTransform
{
    internal static double[] Of(double[] losses, int kind)
    {
        double[] sorted = [.. losses.Order()];
        double least = sorted[0];
        double median = Quantile(sorted, 0.5);
        return Standardised(kind switch
        {
            0 => losses,
            1 => Winsorised(losses, median + 3 * (median - least)),
            2 => Array.ConvertAll(losses, y => PortableMath.Log1P((y - least) / Scale(median - least, sorted))),
            3 => Array.ConvertAll(losses, y => PortableMath.Log1P(10 * (y - least) / Scale(median - least, sorted))),
            4 => Array.ConvertAll(losses, y => PortableMath.Log1P(100 * (y - least) / Scale(median - least, sorted))),
            5 => HalfRank(losses, sorted),
            6 => BoxCox(losses, sorted),
            7 => Ranks(losses, sorted),
            _ => Winsorised(losses, median),
        });
    }

    private static double Scale(double scale, double[] sorted) =>
        scale > 0 ? scale : sorted[^1] > sorted[0] ? sorted[^1] - sorted[0] : 1;

    private static double[] Ranks(double[] losses, double[] sorted) => Array.ConvertAll(losses, y =>
    {
        int i = Array.BinarySearch(sorted, y);
        while (i > 0 && sorted[i - 1].Equals(y)) i--;
        return PortableMath.NormalQuantile((i + 0.5) / losses.Length);
    });

    private static double[] HalfRank(double[] losses, double[] sorted)
    {
        double median = Quantile(sorted, 0.5);
        double sum = 0;
        int n = 0;
        foreach (double y in sorted)
        {
            if (y > median) break;
            sum += (y - median) * (y - median);
            n++;
        }

        double sd = Math.Sqrt(sum / n);
        double scale = Scale(sd, sorted);
        double[] z = Array.ConvertAll(losses, y =>
        {
            if (y <= median) return (y - median) / scale;
            int i = Array.BinarySearch(sorted, y);
            while (sorted[i - 1].Equals(y)) i--;
            return PortableMath.NormalQuantile((i + 0.5) / losses.Length);
        });
        return z;
    }

    private static double[] BoxCox(double[] losses, double[] sorted)
    {
        double least = sorted[0];
        double scale = Scale(Quantile(sorted, 0.5) - least, sorted);
        double best = double.NegativeInfinity;
        double[] chosen = losses;
        for (int k = 0; k <= 4; k++)
        {
            double offset = PortableMath.Pow(10, -k);
            for (int l = 0; l <= 8; l++)
            {
                double lambda = l / 8.0;
                double jacobian = 0;
                double[] z = Array.ConvertAll(losses, y =>
                {
                    double log = PortableMath.Log((y - least) / scale + offset);
                    jacobian += log;
                    return lambda == 0 ? log : PortableMath.Expm1(lambda * log) / lambda;
                });
                double mean = PortableMath.Sum(z) / z.Length;
                double ss = 0;
                foreach (double v in z) ss += (v - mean) * (v - mean);
                double value = -0.5 * z.Length * PortableMath.Log(ss / z.Length) + (lambda - 1) * jacobian;
                if (value > best)
                {
                    best = value;
                    chosen = z;
                }
            }
        }

        return chosen;
    }

    private static double[] Winsorised(double[] losses, double most) =>
        Array.ConvertAll(losses, y => Math.Min(y, most));

    private static double[] Standardised(double[] values)
    {
        double mean = PortableMath.Sum(values) / values.Length;
        double[] centred = Array.ConvertAll(values, value => value - mean);
        double deviation = Math.Sqrt(PortableMath.SumOfSquares(centred) / values.Length);
        return Array.ConvertAll(centred, value => deviation > 0 ? value / deviation : 0);
    }

    private static double Quantile(double[] sorted, double share) =>
        sorted[(int)(share * (sorted.Length - 1))];
}
