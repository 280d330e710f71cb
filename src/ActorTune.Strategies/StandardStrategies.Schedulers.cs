using ActorTune.Strategies.Options;
using ActorTune.Strategies.Schedulers.Asha;
using ActorTune.Strategies.Schedulers.CostAsha;
using ActorTune.Strategies.Schedulers.Extrapolation;
using ActorTune.Strategies.Schedulers.Hyperband;
using ActorTune.Strategies.Schedulers.MoAsha;
using ActorTune.Strategies.Schedulers.Pasha;
using ActorTune.Strategies.Schedulers.Patient;
using ActorTune.Strategies.Schedulers.Percentile;
using ActorTune.Strategies.Schedulers.PopulationBandits;
using ActorTune.Strategies.Schedulers.PopulationBased;
using ActorTune.Strategies.Schedulers.Rungs;
using ActorTune.Strategies.Schedulers.RunToCompletion;
using ActorTune.Strategies.Schedulers.SuccessiveHalving;
using ActorTune.Strategies.Schedulers.Threshold;
using ActorTune.Strategies.Schedulers.Wilcoxon;

namespace ActorTune.Strategies;

/// <content>The trial schedulers.</content>
public sealed partial class StandardStrategies
{
    private static readonly SortedDictionary<string, Factory<ITrialScheduler>> Schedulers =
        new(StringComparer.Ordinal)
        {
            ["asha"] = CreateAsha,
            ["cost-asha"] = (specification, options) => CostRung.Scheduler(
                specification.Objective, ResourceOptions.Read(options, specification)),
            ["extrapolation"] = (specification, options) => new ExtrapolationStopping(
                specification.Objective, ExtrapolationOptions.Read(options, specification)),
            ["hyperband"] = CreateHyperband,
            ["median"] = (specification, options) => new PercentileStopping(
                "median/1",
                specification.Objective,
                PercentileOptions.ReadMedian(options),
                specification.MaxResource),
            ["mo-asha"] = CreateMoAsha,
            ["pasha"] = (specification, options) => new ProgressiveAsha(
                specification.Objective, ResourceOptions.Read(options, specification)),
            ["patient"] = CreatePatient,
            ["pb2"] = CreatePopulationBandits,
            ["pbt"] = CreatePopulationBased,
            ["percentile"] = (specification, options) => new PercentileStopping(
                "percentile/1",
                specification.Objective,
                PercentileOptions.Read(options),
                specification.MaxResource),
            ["run-to-completion"] = (specification, _) =>
                new RunToCompletion(specification.MaxResource),
            ["successive-halving"] = (specification, options) => new SynchronousHalving(
                "successive-halving/2",
                specification.Objective,
                [SuccessiveHalvingOptions.Read(options, specification).Plan]),
            ["threshold"] = (specification, options) => new ThresholdStopping(
                ThresholdOptions.Read(options), specification.MaxResource),
            ["wilcoxon"] = (specification, options) => new WilcoxonStopping(
                specification.Objective, WilcoxonOptions.Read(options), specification.MaxResource),
        };

    private static ITrialScheduler CreateAsha(
        StudySpecification specification, StrategyOptionReader reader)
    {
        AshaOptions options = AshaOptions.Read(reader, specification);
        return options.IsStopping
            ? AshaStopping.Of(specification.Objective, options)
            : AshaPromotion.Of(specification.Objective, options.Resources);
    }

    private static ITrialScheduler CreateHyperband(
        StudySpecification specification, StrategyOptionReader reader)
    {
        HyperbandOptions options = HyperbandOptions.Read(reader, specification);
        return options.IsSynchronous
            ? new SynchronousHalving(
                "hyperband-synchronous/2",
                specification.Objective,
                [.. options.Brackets.Reverse()])
            : new AsynchronousHyperband(specification.Objective, options);
    }

    private static ITrialScheduler CreateMoAsha(
        StudySpecification specification, StrategyOptionReader reader)
    {
        MoAshaOptions options = MoAshaOptions.Read(reader, specification);
        return options.IsStopping
            ? MoAshaStopping.Of(specification.Objectives, options.Resources)
            : new AshaPromotion(
                "mo-asha-promotion/1",
                ParetoRung.Of(
                    specification.Objectives,
                    options.Resources,
                    KeptShare.Floor(options.Resources.ReductionFactor)));
    }

    private static PatientStopping CreatePatient(
        StudySpecification specification, StrategyOptionReader reader)
    {
        PatientOptions options = PatientOptions.Read(reader);
        PercentileStopping? wrapped = options is { Wrapped: { } inner, WrappedVersion: { } version }
            ? new PercentileStopping(
                version, specification.Objective, inner, specification.MaxResource)
            : null;
        return new PatientStopping(
            specification.Objective, options, wrapped, specification.MaxResource);
    }

    private static PopulationBasedTraining CreatePopulationBased(
        StudySpecification specification, StrategyOptionReader reader)
    {
        PopulationOptions options = PopulationOptions.Read(reader, specification);
        return CreatePopulation(
            "pbt/1",
            specification,
            options,
            new Exploration(specification.SearchSpace, specification.Seed, options));
    }

    private static PopulationBasedTraining CreatePopulationBandits(
        StudySpecification specification, StrategyOptionReader reader)
    {
        BanditOptions options = BanditOptions.Read(reader, specification);
        return CreatePopulation(
            "pb2/1",
            specification,
            options.Population,
            new BanditExploration(specification, options));
    }

    private static PopulationBasedTraining CreatePopulation(
        string version,
        StudySpecification specification,
        PopulationOptions options,
        IExploration exploration) => new(
        version,
        specification.Objective,
        specification.SearchSpace,
        specification.Seed,
        options,
        exploration);
}
