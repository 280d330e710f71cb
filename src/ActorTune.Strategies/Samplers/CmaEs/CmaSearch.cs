using ActorTune.Randomness;
using ActorTune.Strategies.Samplers.History;

namespace ActorTune.Strategies.Samplers.CmaEs;

/// <summary>One start of CMA-ES: the distribution of every parameter and what moves it.</summary>
internal sealed class CmaSearch
{
    private readonly CmaSpace _space;
    private readonly CmaEsOptions _options;
    private readonly double _margin;
    private readonly ConvergenceTest _convergence;

    internal CmaSearch(CmaSpace space, CmaEsOptions options, RestartPlan plan)
    {
        _space = space;
        _options = options;
        _margin = options.Margin > 0
            ? options.Margin
            : 1.0 / (space.Dimensions * (double)plan.Population);
        bool isSeparable = IsSeparable(0, plan.Population);
        Weights = new CmaWeights(space.Numeric.Count, plan.Population, isSeparable);
        Gaussian = new GaussianSearch(space, Weights, isSeparable, plan.Sigma, _margin);
        if (options.AdaptsRates)
            Gaussian.AdaptRates();
        Categorical = new CategoricalSearch(space);
        _convergence = new ConvergenceTest(plan, space.Numeric.Count);
    }

    /// <summary>The weights and rates.</summary>
    internal CmaWeights Weights { get; private set; }

    /// <summary>The distribution of the numeric parameters.</summary>
    internal GaussianSearch Gaussian { get; private set; }

    /// <summary>The distribution of the others.</summary>
    internal CategoricalSearch Categorical { get; }

    /// <summary>How many generations moved it.</summary>
    internal int Generation { get; private set; }

    /// <summary>Whether there is nothing more to learn from this start.</summary>
    internal bool IsConverged => _convergence.Holds(Gaussian, Generation);

    /// <summary>Draws a solution.</summary>
    /// <param name="numbers">
    /// Numbers from 0 to 1: one for each numeric coordinate, then one for each choice.
    /// </param>
    /// <param name="chance">What further numbers are drawn from.</param>
    internal Solution Draw(ReadOnlySpan<double> numbers, RandomStream chance)
    {
        var place = new double[_space.Numeric.Count];
        Gaussian.Draw(numbers[..place.Length], chance, place);
        var choices = new int[_space.Categorical.Count];
        for (int i = 0; i < choices.Length; i++)
            choices[i] = Categorical.Choose(i, numbers[place.Length + i]);
        return new Solution(Generation, place, choices);
    }

    /// <summary>Moves the distribution by a generation, best solution first.</summary>
    internal void Update(ReadOnlySpan<RankedSolution> ranked, HistoryTrial best, HistoryTrial worst)
    {
        Gaussian.Update(ranked, Generation);
        Categorical.Update(Weights, ranked);
        Generation++;
        Correlate();
        _convergence.Add(best, worst);
    }

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("search");
        writer.WriteNumber("generation", Generation);
        DistributionText.Write(writer, Gaussian);
        DistributionText.Write(writer, Categorical);
        _convergence.Save(writer);
        writer.WriteEndObject();
    }

    internal void Load(JsonElement state)
    {
        JsonElement saved = state.GetProperty("search");
        Generation = saved.GetProperty("generation").GetInt32();
        Correlate();
        DistributionText.Read(saved, Gaussian);
        DistributionText.Read(saved, Categorical);
        _convergence.Load(saved);
    }

    // A diagonal is learnt from few results; correlations only pay once there are more.
    private bool IsSeparable(int generation, int population)
    {
        int dimension = _space.Numeric.Count;
        return _options.IsSeparable
            ?? (dimension > CmaEsOptions.MostCorrelated
                || (!_options.AdaptsRates
                    && generation * (long)population < CmaEsOptions.DiagonalTrials * dimension));
    }

    private void Correlate()
    {
        int population = Weights.Population;
        if (Gaussian.Covariance is FullCovariance || IsSeparable(Generation, population))
            return;
        Weights = new CmaWeights(_space.Numeric.Count, population, false);
        Gaussian = Gaussian.Correlated(Weights);
    }
}
