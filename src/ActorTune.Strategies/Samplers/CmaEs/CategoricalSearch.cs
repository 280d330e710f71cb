using ActorTune.Arithmetic;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>
/// The joint categorical distribution of CatCMA (Hamano, Saito, Nomura, Uchida and Shirakawa,
/// "CatCMA", GECCO 2024): independent probabilities that follow the natural gradient with the
/// adaptive step of Akimoto, Shirakawa, Yoshinari, Uchida, Saito and Nishida, "Adaptive stochastic
/// natural gradient method for one-shot neural architecture search", ICML 2019, and keep a margin.
/// </summary>
internal sealed class CategoricalSearch
{
    private const double SignalRatio = 1.5;
    private const double Tiny = 1e-8;

    private readonly CmaSpace _space;
    private readonly double[] _margins;
    private readonly double[][] _gradient;
    private readonly double[] _scaled;
    private readonly int _freedom;

    internal CategoricalSearch(CmaSpace space)
    {
        _space = space;
        Probabilities = [.. space.Priors.Select(prior => prior.ToArray())];
        _gradient = [.. space.Priors.Select(prior => new double[prior.Length])];
        _freedom = Probabilities.Sum(row => row.Length - 1);
        _scaled = new double[_freedom];
        Signal = new double[_freedom];
        int discrete = space.Categorical.Count + space.Cells.Count(cells => cells is not null);
        double share = 1 - PortableMath.Pow(0.73, 1.0 / Math.Max(1, discrete));
        _margins = [.. Probabilities.Select(row => share / (row.Length - 1))];
        KeepMargins();
    }

    /// <summary>The probabilities of each parameter's choices.</summary>
    internal double[][] Probabilities { get; }

    /// <summary>The smoothed gradient, s.</summary>
    internal double[] Signal { get; }

    /// <summary>The smoothed weight of the gradients in it, gamma.</summary>
    internal double SignalWeight { get; set; }

    /// <summary>What divides the step, Delta: more where there is more noise.</summary>
    internal double Caution { get; set; } = 1;

    /// <summary>The least probability of each choice of a parameter.</summary>
    internal double Margin(int parameter) => _margins[parameter];

    /// <summary>The choice at a place of the unit interval.</summary>
    internal int Choose(int parameter, double place)
    {
        double[] row = Probabilities[parameter];
        double bound = 0;
        for (int i = 0; i < row.Length - 1; i++)
        {
            bound += row[i];
            if (place < bound)
                return i;
        }

        return row.Length - 1;
    }

    /// <summary>Lifts every probability to its margin and makes each row add to one.</summary>
    internal void KeepMargins()
    {
        for (int i = 0; i < Probabilities.Length; i++)
            KeepMargin(Probabilities[i], _margins[i]);
    }

    /// <summary>Follows the natural gradient of the ranked solutions.</summary>
    internal void Update(CmaWeights weights, ReadOnlySpan<RankedSolution> ranked)
    {
        if (_freedom == 0)
            return;
        FillGradient(weights, ranked);
        double norm = Scale();
        double step = 1 / Caution;
        if (norm > 0)
        {
            for (int i = 0; i < Probabilities.Length; i++)
            {
                for (int k = 0; k < Probabilities[i].Length; k++)
                    Probabilities[i][k] += step / (norm + Tiny) * _gradient[i][k];
            }
        }

        Adapt(norm, step);
        KeepMargins();
    }

    private void FillGradient(CmaWeights weights, ReadOnlySpan<RankedSolution> ranked)
    {
        for (int i = 0; i < _gradient.Length; i++)
        {
            double[] row = _gradient[i];
            Array.Clear(row);
            for (int rank = 0; rank < weights.ParentCount; rank++)
            {
                RankedSolution solution = ranked[rank];
                if (!_space.IsCategoricalActive(i, solution.Configuration))
                    continue;
                double weight = weights.Weights[rank];
                for (int k = 0; k < row.Length; k++)
                    row[k] -= weight * Probabilities[i][k];
                row[solution.Solution.Choices[i]] += weight;
            }
        }
    }

    // Times the root of the Fisher information (appendix B of the ICML paper); tells its length.
    private double Scale()
    {
        int next = 0;
        double squares = 0;
        for (int i = 0; i < Probabilities.Length; i++)
        {
            double[] row = Probabilities[i];
            int last = row.Length - 1;
            double sum = 0;
            for (int k = 0; k < last; k++)
                sum += _gradient[i][k];
            double shared = sum / (row[last] + Math.Sqrt(row[last]));
            for (int k = 0; k < last; k++)
            {
                double root = Math.Sqrt(row[k]);
                double scaled = _gradient[i][k] / root + root * shared;
                _scaled[next++] = scaled;
                squares += scaled * scaled;
            }
        }

        return Math.Sqrt(squares);
    }

    private void Adapt(double norm, double step)
    {
        double rate = step / Math.Sqrt(_freedom);
        double kept = 1 - rate;
        double added = Math.Sqrt(rate * (2 - rate));
        double squares = 0;
        for (int i = 0; i < Signal.Length; i++)
        {
            double direction = norm > 0 ? _scaled[i] / norm : 0;
            Signal[i] = kept * Signal[i] + added * direction;
            squares += Signal[i] * Signal[i];
        }

        SignalWeight = kept * kept * SignalWeight + rate * (2 - rate);
        Caution *= PortableMath.Exp(rate * (SignalWeight - squares / SignalRatio));
        Caution = Math.Max(Caution, Tiny);
    }

    private static void KeepMargin(double[] row, double margin)
    {
        double sum = 0;
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = Math.Max(row[k], margin);
            sum += row[k];
        }

        double spare = sum - margin * row.Length;
        double excess = sum - 1;
        double total = 0;
        for (int k = 0; k < row.Length; k++)
        {
            if (spare > 0)
                row[k] -= excess * (row[k] - margin) / spare;
            total += row[k];
        }

        for (int k = 0; k < row.Length; k++)
            row[k] /= total;
    }
}
