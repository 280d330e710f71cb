using ActorTune.Strategies.Options;
using ActorTune.Strategies.Samplers.Auto;
using ActorTune.Strategies.Samplers.BlendSearch;
using ActorTune.Strategies.Samplers.Bohb;
using ActorTune.Strategies.Samplers.Cfo;
using ActorTune.Strategies.Samplers.CmaEs;
using ActorTune.Strategies.Samplers.Dehb;
using ActorTune.Strategies.Samplers.Evolutionary;
using ActorTune.Strategies.Samplers.Forest;
using ActorTune.Strategies.Samplers.GaussianProcess;
using ActorTune.Strategies.Samplers.Grid;
using ActorTune.Strategies.Samplers.QuasiRandom;
using ActorTune.Strategies.Samplers.Random;
using ActorTune.Strategies.Samplers.Tpe;

namespace ActorTune.Strategies;

/// <content>The samplers.</content>
public sealed partial class StandardStrategies
{
    private static readonly SortedDictionary<string, Factory<ISampler>> Samplers =
        new(StringComparer.Ordinal)
        {
            [AutoChoice.SamplerName] = (specification, _) => CreateAuto(specification),
            ["blendsearch"] = CreateBlendSearch,
            ["bohb"] = (specification, options) => new BohbSampler(
                specification, BohbOptions.Read(options, specification.SearchSpace)),
            ["cfo"] = (specification, options) =>
                new CfoSampler(specification, CfoOptions.Read(options)),
            ["cma-es"] = (specification, options) =>
                new CmaEsSampler(specification, CmaEsOptions.Read(options)),
            ["dehb"] = (specification, options) => new DehbSampler(
                specification, DehbOptions.Read(options, specification)),
            ["forest"] = (specification, options) =>
                new ForestSampler(specification, ForestSamplerOptions.Read(options)),
            ["gp"] = (specification, options) => new GaussianProcessSampler(
                specification, GaussianProcessOptions.Read(options)),
            ["grid"] = CreateGrid,
            ["halton"] = (specification, options) => CreateQuasiRandom(
                "halton/1", specification, options, (d, seed) => new HaltonSequence(d, seed)),
            ["nsga-ii"] = (specification, options) => new NsgaSampler(
                "nsga-ii/1", specification, NsgaOptions.Read(options), new CrowdingSurvival()),
            ["nsga-iii"] = CreateNsgaIII,
            ["random"] = (specification, _) =>
                new RandomSampler(specification.SearchSpace, specification.Seed),
            ["regularized-evolution"] = (specification, options) => new RegularizedEvolution(
                specification, RegularizedEvolutionOptions.Read(options)),
            ["sobol"] = (specification, options) => CreateQuasiRandom(
                "sobol/1", specification, options, (d, seed) => new SobolSequence(d, seed)),
            ["tpe"] = (specification, options) =>
                new TpeSampler(specification, TpeOptions.Read(options, specification)),
        };

    private static AutoSampler CreateAuto(StudySpecification specification) => new(
        Create("sampler", Samplers, specification, AutoChoice.Of(specification).Sampler));

    private static BlendSearchSampler CreateBlendSearch(
        StudySpecification specification, StrategyOptionReader reader)
    {
        BlendSearchOptions options = BlendSearchOptions.Read(reader);
        return new BlendSearchSampler(
            specification,
            options,
            Create("sampler", Samplers, specification, new StrategyOptions(options.Global)));
    }

    private static ISampler? CreateGrid(
        StudySpecification specification, StrategyOptionReader reader)
    {
        GridOptions options = GridOptions.Read(reader);
        ConfigurationGrid? grid = options.Create(specification.SearchSpace, reader);
        if (grid is null)
            return null;
        return new GridSampler(
            grid, options.IsShuffled ? new GridShuffle(grid.Count, specification.Seed) : null);
    }

    private static ISampler CreateNsgaIII(
        StudySpecification specification, StrategyOptionReader reader)
    {
        NsgaOptions options = NsgaOptions.Read(reader);
        int objectives = specification.Objectives.Count;
        NicheOptions niches = NicheOptions.Read(reader, objectives, options.Population);
        double[][] references = ReferencePoints.Of(
            objectives, niches.Divisions, niches.InnerDivisions);
        return new NsgaSampler(
            "nsga-iii/1",
            specification,
            options,
            new NicheSurvival(references, specification.Seed));
    }

    private static QuasiRandomSampler CreateQuasiRandom(
        string version,
        StudySpecification specification,
        StrategyOptionReader reader,
        Func<int, ulong?, IPointSequence> create)
    {
        bool isScrambled = QuasiRandomOptions.Read(reader).IsScrambled;
        return new QuasiRandomSampler(
            version,
            specification.SearchSpace,
            specification.Seed,
            create(specification.SearchSpace.Dimensions, isScrambled ? specification.Seed : null));
    }
}
