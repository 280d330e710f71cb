namespace ActorTune.Strategies.Samplers.Auto;

/// <summary>
/// The table by which <c>auto</c> chooses: the first line that holds. Its bounds are those between
/// which the samplers were compared on this library's problems (docs/strategies/auto.md).
/// </summary>
internal static class SamplerRules
{
    internal const int FewTrials = 10;
    internal const int ModelTrials = 200;
    internal const int ModelParameters = 20;
    internal const int ManyTrials = 1000;

    // The grid is shuffled because another stop condition may end the study before it is complete.
    private static readonly SamplerRule[] Rules =
    [
        new(
            new StrategyOptions("grid").With("shuffle", ParameterValue.Of(true)),
            study => study.Configurations <= study.Trials,
            study => $"""
                all {study.Configurations} configurations of the space can be tried within the
                {study.Trials} trials
                """),
        new(
            new StrategyOptions("sobol"),
            study => study.Trials <= FewTrials,
            study => $"""
                {study.Trials} trials are too few to learn from, so they are spread evenly
                """),
        new(
            new StrategyOptions("nsga-ii"),
            study => study.Objectives > 1 && study.Trials > ManyTrials,
            study => $"""
                {study.Trials} trials are enough to evolve a front of {study.Objectives} objectives
                """),
        new(
            new StrategyOptions("tpe"),
            study => study.Objectives > 1,
            study => $"""
                {study.Objectives} objectives and at most {ManyTrials} trials, or nobody knows how
                many
                """),
        new(
            new StrategyOptions("tpe"),
            study => study.IsConditional,
            _ => $"some parameters depend on others, and it learns those that are active together"),
        new(
            new StrategyOptions("gp"),
            study => study.Trials <= ModelTrials && study.IsMostlyNumeric
                && study.Free <= ModelParameters,
            study => $"""
                {study.Numeric} of {study.Free} parameters are numbers and {study.Trials} trials are
                few enough to model all of them at every step
                """),
        new(
            new StrategyOptions("cma-es"),
            study => study.IsNumeric
                && (study.Trials > ManyTrials
                    || (study.Trials > ModelTrials && study.TrainsInFull)),
            study => $"""
                all parameters are numbers and {study.Trials} trials are enough to learn how they
                depend on each other
                """),
        new(
            new StrategyOptions("tpe"),
            _ => true,
            study => $"""
                {study.Free - study.Numeric} of {study.Free} parameters are choices, and no special
                case applies
                """),
    ];

    internal static AutoChoice Choose(StudyTraits study)
    {
        SamplerRule rule = Rules.First(rule => rule.Holds(study));
        string reason = rule.Reason(study).ToString(CultureInfo.InvariantCulture);
        return new AutoChoice(rule.Sampler, reason.ReplaceLineEndings(" "));
    }
}
